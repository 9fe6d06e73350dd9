"""The page about OnRecord: its sections as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ui import words, words_about
from ui.render.dates import plain_range
from ui.render.markup import Html, isolated
from ui.render.shapes import shape
from ui.state import LibraryState


def purpose_html() -> Html:
    """What OnRecord is, what it is not, and how to read an answer."""
    parts = (
        section(words_about.WHAT_IT_IS, listed(words_about.IT_IS)),
        section(words_about.WHAT_IT_IS_NOT, listed(words_about.IT_IS_NOT)),
        section(words_about.READ_ANSWERS, terms(words_about.ANSWER_PARTS)),
    )
    return Html("".join(parts))


def verdicts_html() -> Html:
    """Every verdict and attribution with its shape, its word and what it means."""
    verdicts = meanings(words.VERDICTS, words_about.VERDICT_MEANINGS)
    attributions = meanings(words.ATTRIBUTIONS, words_about.ATTRIBUTION_MEANINGS)
    inner = (
        f"<p>{words_about.VERDICT_LEAD}</p>{verdicts}"
        f"<p>{words_about.ATTRIBUTION_LEAD}</p>{attributions}"
    )
    return Html(section(words_about.READ_VERDICTS, inner))


def kept_html(*, records: str | None, library: str, counts: str | None) -> Html:
    """What is kept, in which folders.

    Args:
        records: The file of the visitor's records; ``None`` where nothing is kept.
        library: The folder of the library.
        counts: How much is kept; ``None`` where it can't be told.
    """
    fields = [(words_about.RECORDS_FIELD, records)] if records else []
    fields.append((words_about.LIBRARY_FIELD, library))
    named = "".join(f"<dt>{name}</dt><dd>{isolated(value)}</dd>" for name, value in fields if value)
    kept = words_about.KEPT if records else words_about.KEPT_NOWHERE
    lines = [kept, *([counts] if counts else []), words_about.KEEP_NOTHING]
    inner = f'<p>{lines[0]}</p><dl class="or-source">{named}</dl>'
    inner += "".join(f"<p>{line}</p>" for line in lines[1:])
    return Html(section(words_about.WHAT_IS_KEPT, inner))


def rest_html(
    state: LibraryState, *, publishers: Sequence[str], versions: Mapping[str, str]
) -> Html:
    """Privacy, the library, versions and licences."""
    named = words.listed(publishers, at_most=words_about.SHOWN_PUBLISHERS) if publishers else None
    about_library = (
        (words.ARTICLES, f"{state.articles:,}"),
        (words.DATES, plain_range(state.oldest, state.newest)),
        (words_about.PUBLISHERS_FIELD, named),
    )
    parts = (
        section(words_about.PRIVACY, f"<p>{words_about.PRIVATE}</p>"),
        section(words_about.LIBRARY, fields(about_library)),
        section(words_about.VERSIONS, fields(versions.items())),
        section(words_about.LICENCES, licences_html()),
    )
    return Html("".join(parts))


def licences_html() -> str:
    """What is under which licence, and which file says so."""
    heads = "".join(f'<th scope="col">{head}</th>' for head in words_about.LICENCE_HEADS)
    lines = "".join(
        f'<tr><th scope="row">{what}</th><td>{licence}</td><td><code>{file}</code></td></tr>'
        for what, licence, file in words_about.LICENCE_LINES
    )
    return (
        f'<table class="or-licences"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'
        f"<p>{words_about.YOUR_ARTICLES}</p>"
    )


def section(title: str, inner: str) -> str:
    """A part of the page under its heading."""
    return f'<section class="or-section"><h2>{title}</h2>{inner}</section>'


def listed(lines: Iterable[str]) -> str:
    """A list of sentences."""
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def terms(pairs: Iterable[tuple[str, str]]) -> str:
    """Words with what they mean."""
    lines = "".join(f"<dt>{name}</dt><dd>{meaning}</dd>" for name, meaning in pairs)
    return f'<dl class="or-terms">{lines}</dl>'


def meanings(named: Mapping[str, str], meant: Mapping[str, str]) -> str:
    """Words with their shapes and what they mean."""
    lines = "".join(
        f'<dt class="or-is-{name}">{shape(name)} {word}</dt><dd>{meant[name]}</dd>'
        for name, word in named.items()
    )
    return f'<dl class="or-terms">{lines}</dl>'


def fields(pairs: Iterable[tuple[str, str | None]]) -> str:
    """Names with values that are not ours; an unknown one says so."""
    lines = "".join(
        f"<dt>{name}</dt><dd>{isolated(value) if value else words.UNKNOWN}</dd>"
        for name, value in pairs
    )
    return f'<dl class="or-source">{lines}</dl>'
