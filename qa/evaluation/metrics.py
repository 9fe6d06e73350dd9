"""The measures, as pure functions of texts and numbers. The README defines each in a line.

Source of normalisation, exact match and F1: Rajpurkar et al., "SQuAD: 100,000+ Questions for
Machine Comprehension of Text", EMNLP 2016, and its evaluation script, v1.1.
"""

from __future__ import annotations

import math
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

PASSAGE_CHARACTERS = 1_000
"""Only so much of a passage counts, so that long passages gain nothing by their length."""
RIGHT_F1 = 0.5
"""From this F1 on, words count as right: "President MacDowell" for "MacDowell" does (0.67), a whole
sentence around the name does not."""
READING_CHARACTERS = 1_500
"""What somebody reads before giving up: about two passages."""

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalised(answer: str) -> str:
    """An answer in lower case without ASCII punctuation, articles and spare spaces.

    >>> normalised("The  U.N. chief,")
    'un chief'
    """
    bare = answer.lower().translate(_NO_PUNCTUATION)
    return " ".join(_ARTICLES.sub(" ", bare).split())


def exact_match(answer: str | None, accepted: Iterable[str]) -> float:
    """1.0 when the answer equals an accepted one after normalisation, else 0.0.

    >>> exact_match("the Barrio Kings", ["Barrio Kings"])
    1.0
    """
    return float(answer is not None and normalised(answer) in {normalised(a) for a in accepted})


def token_f1(answer: str | None, accepted: Iterable[str]) -> float:
    """The best harmonic mean of the precision and recall of words; 0.0 without an answer.

    >>> token_f1("Carlos MacDowell", ["MacDowell", "nobody"])
    0.6666666666666666
    """
    if answer is None:
        return 0.0
    return max(
        (_f1(normalised(answer).split(), normalised(a).split()) for a in accepted), default=0.0
    )


def _f1(given: Sequence[str], expected: Sequence[str]) -> float:
    if not given or not expected:  # as the SQuAD script has it: nothing matches only nothing
        return float(given == expected)
    shared = (Counter(given) & Counter(expected)).total()
    return 2 * shared / (len(given) + len(expected))


def holds_answer(text: str, answers: Iterable[str]) -> bool:
    """Whether an accepted answer stands in the text at word borders, whatever its case.

    >>> holds_answer("He came in 1987.", ["1987"]), holds_answer("In the 1980s", ["1980"])
    (True, False)
    """
    return any(True for _ in places_of_answer(text, answers))


def places_of_answer(text: str, answers: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Start and end of every accepted answer in the text, at word borders, whatever its case.

    >>> list(places_of_answer("Lima, or Greater Lima", ["Lima"]))
    [(0, 4), (17, 21)]
    """
    for answer in answers:
        if wanted := answer.strip():
            pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
            yield from (found.span() for found in re.finditer(pattern, text, re.IGNORECASE))


def rank_of_answer(passages: Sequence[str | None], answers: Sequence[str]) -> int | None:
    """The place, from 1, of the first passage that holds an answer in its first 1,000 characters.

    Args:
        passages: The texts found, best first; ``None`` stands for one of another article, which
            can't be right whatever it says.
        answers: The accepted answers.

    >>> rank_of_answer([None, "It was Lima.", "Lima"], ["Lima"])
    2
    """
    for rank, text in enumerate(passages, start=1):
        if text is not None and holds_answer(text[:PASSAGE_CHARACTERS], answers):
            return rank
    return None


def is_within_reading(
    passages: Sequence[tuple[str, bool]],
    answers: Sequence[str],
    *,
    characters: int = READING_CHARACTERS,
) -> bool:
    """Whether an answer stands in what a reader sees first, passages laid end to end.

    Args:
        passages: Text and whether it is of the right article, best first. Each is cut at 1,000
            characters, and the one that crosses ``characters`` is cut there.
        answers: The accepted answers; they must stand whole in one passage of the right article.
        characters: How far somebody reads.

    >>> is_within_reading([("no" * 5, False), ("Lima is far", True)], ["Lima"], characters=14)
    True
    >>> is_within_reading([("no" * 5, False), ("Lima is far", True)], ["Lima"], characters=13)
    False
    """
    left = characters
    for text, is_right in passages:
        seen = text[: min(PASSAGE_CHARACTERS, left)]
        if is_right and holds_answer(seen, answers):
            return True
        left -= len(seen)
        if left <= 0:
            return False
    return False


def recall_within(ranks: Sequence[int | None], places: int) -> float | None:
    """The share of questions whose answer came within so many places; ``None`` of no questions.

    >>> recall_within([1, 3, None, 7], 5)
    0.5
    """
    return mean([float(rank is not None and rank <= places) for rank in ranks])


def mean_reciprocal_rank(ranks: Sequence[int | None]) -> float | None:
    """The mean of 1/rank, 0 where nothing was found; ``None`` of no questions.

    >>> mean_reciprocal_rank([1, 2, None, 4])
    0.4375
    """
    return mean([1.0 / rank if rank else 0.0 for rank in ranks])


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """The chance that a positive scores above a negative; ties count half.

    Source: Mann and Whitney's U over the number of pairs; Hanley and McNeil, "The meaning and
    use of the area under a ROC curve", Radiology 143, 1982.

    >>> auroc([0.9, 0.5], [0.5, 0.1])
    0.875
    """
    if not positive or not negative:
        return None
    order = sorted([(value, True) for value in positive] + [(value, False) for value in negative])
    ranks: dict[float, float] = {}
    for place, (value, _) in enumerate(order, start=1):
        ranks[value] = ranks.get(value, 0.0) + place
    tied = Counter(value for value, _ in order)
    rank_sum = sum(ranks[value] / tied[value] for value in positive)
    u = rank_sum - len(positive) * (len(positive) + 1) / 2
    return u / (len(positive) * len(negative))


def overall_score(f1s: Sequence[float], abstained: Sequence[bool]) -> float | None:
    """(sum of F1 + right abstentions) / all questions; ``None`` of no questions.

    Args:
        f1s: Of every answerable question, an abstention as 0.
        abstained: Of every impossible question, whether it was refused.

    >>> overall_score([1.0, 0.5], [True, False])
    0.625
    """
    return mean([*f1s, *(float(refused) for refused in abstained)])


def is_citation_right(
    article_id: str, sentence: str, expected_id: str | None, answers: Sequence[str]
) -> bool:
    """Whether a citation is of the right article and its sentence holds an accepted answer.

    >>> is_citation_right("a", "It was Lima.", "a", ["Lima"])
    True
    """
    return article_id == expected_id and holds_answer(sentence, answers)


def is_right(
    answer: str | None, article_id: str | None, expected_id: str | None, answers: Sequence[str]
) -> bool:
    """Whether an answer's words are right, in the right article: F1 of 0.5 with an accepted answer.

    An exact match has F1 1, so it is right. Nothing is right where there is no accepted answer.

    >>> is_right("President MacDowell", "a", "a", ["MacDowell"])
    True
    """
    return article_id == expected_id and token_f1(answer, answers) >= RIGHT_F1


def percentile(values: Sequence[float], share: float) -> float | None:
    """The value that a share of the values do not exceed, by nearest rank; ``None`` of none.

    >>> percentile([4, 1, 3, 2], 0.5), percentile([4, 1, 3, 2], 0.95)
    (2, 4)
    """
    if not values:
        return None
    return sorted(values)[max(1, math.ceil(share * len(values))) - 1]


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean; ``None`` of no values.

    >>> mean([1.0, 2.0])
    1.5
    """
    return sum(values) / len(values) if values else None
