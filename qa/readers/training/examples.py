"""The mix of examples: good questions, and questions over passages that do not answer them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa.readers.training.impossible import SENTENCE_END, impossible_question, without_answer
from qa.readers.training.sources import Asked, Paragraph, Sources
from qa.readers.window import header_of

PASSAGE_CHARACTERS = 900
"""As long as the passages of the library are."""
LEAST_CHARACTERS = 250
"""A crop is no shorter than this, where the text is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question over one passage as the reader will see it."""

    id: str
    kind: str
    """``answer``, ``mined``, ``same_article``, ``squad_impossible``, ``removed``, or the rule."""
    question: str
    header: str
    text: str
    answers: tuple[tuple[int, int], ...]
    """Accepted places in ``text``; none when it does not answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """How much of each set, and how many negatives for each question with an answer."""

    squadshifts: int = 27_626
    qamr: int = 14_000
    fairytaleqa: int = 4_371
    covidqa: int = 1_380
    wiki_repeats: int = 4
    """How often the questions over Wikipedia are used, impossible ones included."""
    mined: float = 0.30
    """Chance that a mined passage is read for a question too."""
    same_article: float = 0.05
    rule_made: float = 0.22
    """Not of QAMR, whose questions are often too bare to be made wrong."""
    removed: float = 0.06
    cropped: float = 0.45
    """Share of the passages that are cut shorter than they could be."""


def make_examples(
    sources: Sources, mined: Mapping[str, Sequence[str]], mix: Mix, *, seed: int
) -> list[Example]:
    """The examples of a run, shuffled; the same for the same seed."""
    rng = random.Random(seed)
    groups: dict[str, list[Paragraph]] = {}
    for paragraph in sources.paragraphs.values():
        groups.setdefault(paragraph.group, []).append(paragraph)
    examples: list[Example] = []
    for asked in _chosen(sources, mix, rng):
        own = sources.paragraphs[asked.paragraph]
        if not asked.answers:
            examples.append(_example(asked, own, "squad_impossible", (), rng, mix))
        else:
            examples.append(_example(asked, own, "answer", asked.answers, rng, mix))
            examples += _unanswered(asked, own, groups, rng, mix)
        if mined.get(asked.id) and rng.random() < (mix.mined if asked.answers else mix.mined / 2):
            other = sources.paragraphs[rng.choice(mined[asked.id])]
            examples.append(_example(asked, other, "mined", (), rng, mix))
    rng.shuffle(examples)
    return examples


def _chosen(sources: Sources, mix: Mix, rng: random.Random) -> Iterator[Asked]:
    by_source: dict[str, list[Asked]] = {}
    for asked in sources.questions:
        by_source.setdefault(sources.paragraphs[asked.paragraph].source, []).append(asked)
    for name in ("squadshifts", "qamr", "fairytaleqa", "covidqa"):
        of_set = by_source.get(name, [])
        yield from rng.sample(of_set, min(len(of_set), getattr(mix, name)))
    for _ in range(mix.wiki_repeats):
        yield from by_source.get("wiki", [])


def _unanswered(
    asked: Asked,
    own: Paragraph,
    groups: Mapping[str, list[Paragraph]],
    rng: random.Random,
    mix: Mix,
) -> Iterator[Example]:
    """Questions with nothing to find, made of one that has an answer."""
    start, end = asked.answers[0]
    answer = own.text[start:end]
    if (
        own.source != "qamr"
        and rng.random() < mix.rule_made
        and (changed := impossible_question(asked.question, own.text, answer, rng))
    ):
        question, rule = changed
        # Cropped as the good question is, so that the crop says nothing.
        text, _ = _cropped(own.text, asked.answers, rng, mix)
        yield Example(
            id=asked.id, kind=rule, question=question, header=_header(own, rng), text=text,
            answers=(),
        )  # fmt: skip
    if rng.random() < mix.removed and (rest := without_answer(own.text, asked.answers)):
        text, _ = _cropped(rest, (), rng, mix)
        yield Example(
            id=asked.id, kind="removed", question=asked.question, header=_header(own, rng),
            text=text, answers=(),
        )  # fmt: skip
    if rng.random() < mix.same_article:
        others = [p for p in groups[own.group] if p.id != own.id]
        other = rng.choice(others) if others else None
        if other and answer.casefold() not in other.text.casefold():
            yield _example(asked, other, "same_article", (), rng, mix)


def _example(
    asked: Asked,
    paragraph: Paragraph,
    kind: str,
    answers: tuple[tuple[int, int], ...],
    rng: random.Random,
    mix: Mix,
) -> Example:
    text, places = _cropped(paragraph.text, answers, rng, mix)
    return Example(
        id=asked.id, kind=kind, question=asked.question, header=_header(paragraph, rng), text=text,
        answers=places,
    )  # fmt: skip


def _header(paragraph: Paragraph, rng: random.Random) -> str:
    """A title as it is and, half of the time, some day: news has one, and it is no answer."""
    day = date(1995, 1, 1) + timedelta(days=rng.randrange(11_000))
    return header_of(paragraph.title, day.isoformat() if rng.random() < 0.5 else None)


def _cropped(
    text: str, answers: tuple[tuple[int, int], ...], rng: random.Random, mix: Mix
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Some sentences around an answer, or from anywhere; with the places of the answers in them."""
    room = PASSAGE_CHARACTERS
    if rng.random() < mix.cropped:
        room = rng.randint(LEAST_CHARACTERS, max(LEAST_CHARACTERS, min(len(text), room)))
    if len(text) <= room:
        return text, answers
    bounds = [0, *(m.end() for m in SENTENCE_END.finditer(text)), len(text)]
    at = rng.choice(answers) if answers else (rng.randrange(len(text)),) * 2
    first = max(i for i, b in enumerate(bounds) if b <= at[0])
    last = min(i for i, b in enumerate(bounds) if b >= max(at[1], at[0] + 1))
    while True:  # Grow by a sentence at either side while there is room.
        ways = [
            (f, e)
            for f, e in ((first - 1, last), (first, last + 1))
            if f >= 0 and e < len(bounds) and bounds[e] - bounds[f] <= room
        ]
        if not ways:
            break
        first, last = rng.choice(ways)
    start, end = bounds[first], bounds[last]
    places = tuple((a - start, b - start) for a, b in answers if a >= start and b <= end)
    return text[start:end], places
