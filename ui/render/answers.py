"""A question and its outcome: the words that answer in their sentence, or what was searched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus import Filters
from qa import Answer, Citation
from ui import words
from ui import words_asking as said
from ui.evidence import Evidence
from ui.facets import day_of
from ui.render.dates import plain_range
from ui.render.markup import UNSHOWABLE, Html, emphasised, escape, isolated, notice
from ui.render.narrowing import described_filters
from ui.render.sources import card_id, dateline, lang_of
from ui.render.timeline import Point, time_line_html

ITEMS = "; "
"""Between the items of a list."""

Evidences = Mapping[int, Evidence]
"""The evidence of an answer, by the numbers of its citations."""


def question_html(question: str, *, turn: int) -> Html:
    """What was asked, as the heading of a turn."""
    return Html(
        f'<div class="or-question" id="turn-{turn}" tabindex="-1">'
        f'<h2 dir="auto"><span class="or-hidden">{words.QUESTION_HEADING}: </span>'
        f"{escape(question)}</h2></div>"
    )


def answer_html(answer: Answer, evidences: Evidences, *, turn: int) -> Html:
    """The answer's sentence first; different answers side by side, each with its date."""
    outcomes = [(answer.answer or "", answer.citations)]
    outcomes += [(other.answer, other.citations) for other in answer.other_answers]
    several = len(outcomes) > 1
    columns = "".join(
        f'<div class="or-answer">{_outcome(text, citations, evidences, turn=turn)}'
        f"{_dated(citations, evidences) if several else ''}</div>"
        for text, citations in outcomes
    )
    heading = f"<h3>{words.DIFFERENT_ANSWERS}</h3>{_along_time(outcomes)}" if several else ""
    grid = "or-answers or-several" if several else "or-answers"
    body = f'{heading}<div class="{grid}">{columns}</div>'
    return Html(f'<section class="or-outcome">{body}{_small_print(answer)}</section>')


def understood_html(answer: Answer) -> Html | None:
    """How a follow-up question was completed; ``None`` where it was asked as it stands."""
    if worded(answer.standalone_question) == worded(answer.question):
        return None
    understood = escape(words.understood_as(answer.standalone_question))
    return Html(f'<p class="or-meta or-understood" dir="auto">{understood}</p>')


def searched_with_html(filters: Filters) -> Html:
    """What the search was narrowed by."""
    line = f"{said.SEARCHED_WITH}: {described_filters(filters)}"
    return Html(f'<p class="or-meta or-narrowed" dir="auto">{escape(line)}</p>')


def copy_link_html(address: str) -> Html:
    """A button that copies an address; the words change when it has, and are read aloud."""
    return Html(
        f'<button type="button" class="or-copy" data-copy-link="{escape(address)}" '
        f'data-copied="{said.COPIED}">{said.COPY_LINK}</button>'
        '<span class="or-hidden" role="status"></span>'
    )


def abstention_html(answer: Answer) -> Html:
    """No answer, and what was searched in vain; the abstention's own words say it."""
    message = answer.abstention.message if answer.abstention else ""
    return Html(
        f'<section class="or-outcome or-abstention">'
        f'<h3>{words.NO_ANSWER}</h3><p dir="auto">{escape(message)}</p></section>'
    )


def _outcome(text: str, citations: Sequence[Citation], evidences: Evidences, *, turn: int) -> str:
    """The short answer, then each sentence that says it, once."""
    shown = [evidences[citation.number] for citation in citations]
    quoted = "".join(_sentence(group, turn=turn) for group in _by_sentence(shown))
    is_about_an_article = any(evidence.article for evidence in shown) and not any(
        evidence.sentence for evidence in shown
    )
    if is_about_an_article or _is_confirmed(text, shown):
        return f'<p class="or-short" dir="auto">{isolated(text)}</p>{quoted}'
    return quoted


def _is_confirmed(text: str, shown: Sequence[Evidence]) -> bool:
    """Whether the short answer is what the articles say now, and no whole sentence."""
    if not shown or shown[0].strong == shown[0].mark:
        return False
    words_now = [e.article.text[e.strong.start : e.strong.end] for e in shown
                 if e.article is not None and e.strong is not None]  # fmt: skip
    return bool(words_now) and text in (words_now[0], ITEMS.join(words_now))


def _by_sentence(shown: Sequence[Evidence]) -> list[list[Evidence]]:
    """Neighbours that mark the same sentence, as the items of a list do, together."""
    groups: list[list[Evidence]] = []
    for evidence in shown:
        last = groups[-1][0] if groups else None
        is_same = last is not None and last.article is not None and evidence.mark is not None
        if is_same and last and (last.mark, last.about) == (evidence.mark, evidence.about):
            groups[-1].append(evidence)
        else:
            groups.append([evidence])
    return groups


def _along_time(outcomes: Sequence[tuple[str, Sequence[Citation]]]) -> str:
    """The answers along a line of time, those whose date is known."""
    points = [
        Point(day, citations[0].number, text)
        for text, citations in outcomes
        if citations and (day := day_of(citations[0].published)) is not None
    ]
    return time_line_html(points).body


def _dated(citations: Sequence[Citation], evidences: Evidences) -> str:
    """The date and the publisher of the first source, to compare answers by."""
    first = evidences[citations[0].number].about if citations else None
    return f'<p class="or-meta">{dateline(first)}</p>'


def _sentence(group: Sequence[Evidence], *, turn: int) -> str:
    evidence, article = group[0], group[0].article
    mark = "".join(
        f'<sup><a class="or-cite" href="#{card_id(turn, one.number)}" '
        f'aria-label="{words.citation_mark(one.number)}">{one.number}</a></sup>'
        for one in group
    )
    if article is None:
        return f"{notice(evidence.trouble or words.CAN_T_MARK, kind='warning').body}{mark}"
    if evidence.mark is None:
        return f"<p>{words.ABOUT_THE_ARTICLE} {mark}</p>"
    inner = emphasised(article.text, evidence.mark, *(one.strong for one in group))
    return (
        f'<blockquote class="or-sentence"{lang_of(article)} dir="auto"><p>{inner}{mark}</p>'
        "</blockquote>"
    )


def worded(question: str) -> list[str]:
    """The words of a question, as they are when spaces and control characters don't count."""
    return UNSHOWABLE.sub(" ", question).split()


def _small_print(answer: Answer) -> str:
    lines = []
    if answer.full_form and answer.full_form != answer.answer:
        lines.append(f'<p dir="auto">{escape(words.in_full(answer.full_form))}</p>')
    dates = plain_range(answer.as_of.oldest, answer.as_of.newest)
    chance = words.chance(answer.confidence, several=bool(answer.other_answers))
    lines.append(f'<p class="or-meta">{escape(words.as_of(dates))}</p>')
    lines.append(f'<p class="or-meta">{chance}</p>')
    return "".join(lines)
