"""Compare a quotation with an article in one call, and read the changes back from the texts."""

from __future__ import annotations

from collections.abc import Callable

from corpus import Article, Span
from corpus.sentences import split_sentences
from qa.quotes.compare import Comparison, compare
from qa.quotes.model import Change

FUNCTION_WORDS = {
    "en": "a an and are as at be by do for from had has have he her him his i if in is it of on or "
    "so that the them there they this to was we were will with you not no us our",
    "es": "a al con de del el en es la las lo los no nos por que se su un una y ayer hoy",
}


def compared(
    quote: str,
    text: str,
    *,
    language: str = "en",
    knows: Callable[[str], bool] = lambda _: True,
    within: Span | None = None,
) -> Comparison | None:
    """The comparison with an article of this text, its changes read back."""
    found = compare(
        quote,
        Article(id="a", text=text, language=language),
        split_sentences(text, language),
        function_words=frozenset(FUNCTION_WORDS[language].split()),
        knows=knows,
        within=within,
    )
    for change in found.changes if found else ():
        assert quote[change.quoted_start : change.quoted_end] == change.quoted
        assert text[change.source_start : change.source_end] == change.source
    return found


def changes(quote: str, text: str, language: str = "en") -> tuple[Change, ...]:
    """The changes against a text that stands between two other sentences of an article."""
    around = {"en": "We sat upstairs. “{}” Nobody spoke.", "es": "Fue así. «{}» Nadie habló."}
    found = compared(quote, around[language].format(text), language=language)
    assert found is not None
    return found.changes


def told(quote: str, text: str, language: str = "en") -> list[str]:
    """The changes in short: ``number!: 5 < 6`` for the quotation's 5; "!" where it matters."""
    return [
        f"{one.kind}{'!' if one.bears_on_meaning else ''}: {one.quoted} < {one.source}"
        for one in changes(quote, text, language)
    ]
