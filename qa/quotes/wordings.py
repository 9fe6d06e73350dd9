"""What an outcome means, in sentences for people; the command line and the page share them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus import words_of
from qa.abstentions import described
from qa.quotes.model import Change, ChangeKind, QuoteCheck, Speech, Verdict

NO_PROOF = "That it is not in these articles is no proof that it was never said."
NOTHING_SEARCHED = "There was no article to search, so nothing can be told."

_VERDICTS: dict[Verdict, str] = {
    "verbatim": "Verbatim",
    "altered": "Altered",
    "paraphrased": "Paraphrased",
    "misattributed": "Misattributed",
    "not_found": "Not found",
    "too_short": "Too short",
}
_SPEECH: dict[Speech, str] = {
    "direct": "direct speech",
    "reported": "reported speech",
    "own_words": "the reporter's own words",
}


def verdict_word(verdict: Verdict) -> str:
    """A verdict as people write it.

    >>> verdict_word("not_found")
    'Not found'
    """
    return _VERDICTS[verdict]


def meaning_of(check: QuoteCheck) -> str:
    """What the verdict means here: one to three plain sentences, without the verdict's word."""
    if check.verdict == "not_found":
        return _not_found(check)
    if check.verdict == "too_short":
        return _too_short(check)
    sentences = [
        _misattributed(check) if check.verdict == "misattributed" else _located(check),
        _older_only(check),
    ]
    return " ".join(filter(None, sentences))


def counted(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "word"), counted(1200, "word")
    ('1 word', '1,200 words')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Items with commas and an "and".

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def one_line(text: str) -> str:
    r"""A text without line breaks, and without what could steer a terminal.

    >>> one_line("two\n\nparagraphs\x1b[1m")
    'two paragraphs�[1m'
    """
    joined = " ".join(text.split())
    return "".join("�" if ord(c) < 32 or 127 <= ord(c) < 160 else c for c in joined)


def change_line(change: Change) -> str:
    """What a change is, with what the quotation and the article have, and whether it matters."""
    quoted, source = f"“{one_line(change.quoted)}”", f"“{one_line(change.source)}”"
    if not change.quoted:
        what = f"the article has {source}, the quotation leaves it out"
    elif not change.source:
        what = f"the quotation has {quoted}, which is not in the article"
    else:
        what = f"the quotation has {quoted}, the article {source}"
    matters = "bears on the meaning" if change.bears_on_meaning else "harmless"
    return f"{change.kind}: {what} ({matters})"


def speaker_line(check: QuoteCheck) -> str | None:
    """Who says it in the article and how; ``None`` when nothing was located."""
    if check.match is None:
        return None
    if check.speech == "own_words":
        who = "nobody is said to say it"
    else:
        who = one_line(check.speaker) if check.speaker else "the article does not settle it"
    cue = f" (“{one_line(check.cue)}”)" if check.cue else ""
    parts = [f"{who}{cue}"]
    if check.speech:
        parts.append(_SPEECH[check.speech])
    if check.in_quotation_marks is not None:
        where = "inside" if check.in_quotation_marks else "outside"
        parts.append(f"{where} quotation marks")
    return ", ".join(parts)


def claim_line(check: QuoteCheck) -> str | None:
    """Whether the article has the claimed speaker say it; ``None`` when nobody was named."""
    claimed = check.claimed_speaker
    if claimed is None or check.match is None:
        return None
    claimed = one_line(claimed)
    return {
        "confirmed": f"{claimed}; the article says so too.",
        "contradicted": f"{claimed}; the article says otherwise.",
        "unclear": f"{claimed}; the article does not settle whether that is so.",
        "not_claimed": None,
    }[check.attribution]


def crop_line(check: QuoteCheck) -> str | None:
    """How many words of the sentence the quotation leaves out at its ends."""
    sides = (("before", check.cropped.before), ("after", check.cropped.after))
    words = [f"{counted(number, 'word')} {side} it" for side, number in sides if number]
    return f"The quotation leaves out {listed(words)} in the same sentence." if words else None


def pieces_line(check: QuoteCheck) -> str | None:
    """What the quotation joins or leaves out in its middle."""
    gap = f"{counted(check.left_out, 'word')} of the article"
    if len(check.pieces) > 1:
        parts = f"Joined from {len(check.pieces)} parts"
        return f"{parts}; {gap} stand between them." if check.left_out else f"{parts}."
    return f"An ellipsis stands for {gap}." if check.abridged and check.left_out else None


def difference_line(quote: str, sentence: str) -> str:
    """Which words of a quotation are not in a sentence, in their order."""
    missing = _stretches(quote, sentence)
    if not missing:
        return "It has all the words of the quotation, in another order or with others between."
    return f"Not in it: {', '.join(f'“{words}”' for words in missing)}."


def _stretches(quote: str, sentence: str) -> list[str]:
    """The runs of words of a text that another one does not have."""
    there = {word.folded for word in words_of(sentence)}
    runs: list[list[str]] = [[]]
    for word in words_of(quote):
        if word.folded in there:
            runs.append([])
        else:
            runs[-1].append(quote[word.start : word.end])
    return [one_line(" ".join(run)) for run in runs if run]


def _located(check: QuoteCheck) -> str:
    who = _who(check)
    if check.verdict == "verbatim":
        left_out = f", with {counted(check.left_out, 'word')} left out" if check.abridged else ""
        return f"The words stand so in the article{left_out}{who}."
    if check.verdict == "altered":
        kinds = _kinds(change for change in check.changes if change.bears_on_meaning)
        if not kinds:
            return (
                f"The passage is in the article with changes that do not bear on its meaning{who}."
            )
        return f"The passage is in the article, but changed in what it says: {listed(kinds)}{who}."
    if check.speech == "reported":
        return (
            "The article reports the statement, but not as a quotation: the words are the "
            f"reporter's, not the speaker's{who}."
        )
    if check.speech == "direct" and check.in_quotation_marks is False:
        return f"Only a part of it stands in quotation marks; the rest is the reporter's{who}."
    return f"The article says the same in other words{who}."


def _kinds(changes: Iterable[Change]) -> list[str]:
    """The kinds of changes, each once, in their order."""
    names: dict[ChangeKind, str] = {
        "dropped": "words dropped",
        "added": "words added",
        "order": "the order",
    }
    return list(dict.fromkeys(names.get(one.kind, f"a {one.kind}") for one in changes))


def _who(check: QuoteCheck) -> str:
    """The part of a sentence that says whether the claimed speaker said it."""
    claimed = one_line(check.claimed_speaker or "")
    if check.attribution == "confirmed":
        return f", and it is {claimed} who says it"
    if check.attribution == "unclear" and claimed:
        return f"; whether {claimed} says it, the article does not settle"
    return ""


def _misattributed(check: QuoteCheck) -> str:
    found = {
        "altered": "The words stand in the article with changes",
        "paraphrased": "The article has the statement in other words",
    }.get(check.wording, "The words stand in the article")
    claimed = one_line(check.claimed_speaker or "the claimed speaker")
    if check.speech == "own_words":
        return f"{found}, but they are the reporter's own words, not those of {claimed}."
    if check.speaker:
        return f"{found}, but it is {one_line(check.speaker)} who says them, not {claimed}."
    return f"{found}, but somebody else than {claimed} says them."


def _older_only(check: QuoteCheck) -> str | None:
    if not check.occurrences or any(one.current for one in check.occurrences):
        return None
    return "They stand only in an older version of the article, which was replaced since."


def _not_found(check: QuoteCheck) -> str:
    if not check.searched.articles:
        return NOTHING_SEARCHED
    return f"Nothing like it was found in {described(check.searched)}. {NO_PROOF}"


def _too_short(check: QuoteCheck) -> str:
    start = "With fewer than two words of substance nothing can be told from it"
    if not check.occurrences:
        return f"{start}, and it was not found either."
    return f"{start}; it stands in {counted(len(check.occurrences), 'place')} of the library."
