"""Where a sentence says who speaks: the source and the cue, found by the order of words.

"X said", "said X", "X, the director of Y, said", "according to X", "X, who said", "X did this,
adding", "X: “…”", "“…” — X". Nothing is read inside quotation marks. What can't be told apart is
left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus import Span
from qa.quotes.cues import Cue, cue, listed, particles
from qa.quotes.narration import Token, narration_of
from qa.quotes.phrases import (
    DASHES,
    apposed,
    ends_phrase,
    has_key,
    is_plural,
    phrase_after,
    phrase_before,
    span,
    subject_of,
    widened,
)

_JOINS = frozenset("of for at in from with on to about behind de del en por para".split())
_MESSAGES = frozenset(
    "statement letter email e-mail tweet post memo message release note report article column "
    "speech comunicado carta mensaje".split()
)
"""What says something on behalf of whoever sent it."""
_WITHIN_VERB = frozenset("long together since far always".split())
"""Words between the auxiliary and its verb: "have long said"."""
_AFTER_VERB = frozenset(
    {"determiner", "pronoun", "conjunction", "name", "number", "mark", "adverb", "relative"}
)
_SAYING = frozenset({"saying"})
_NO_SPEAKERS = frozenset("this that these those it me you we".split())
"""Behind "said", what is said and not who says it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A source and the cue that makes it one, in one sentence."""

    source: Span | None
    """``None`` where the sentence leaves out who: "Asked about it, …"."""
    cue: Span
    base: str
    kinds: frozenset[str]
    """What the cue can tell of: ``saying``, ``calling``, ``thinking``, ``showing``."""
    is_turned: bool = False
    """The source stands behind the cue."""
    is_according: bool = False
    """"according to X": what it covers stands on both sides."""

    @property
    def start(self) -> int:
        """Where the first of both begins."""
        return min(self.cue.start, self.source.start) if self.source else self.cue.start

    @property
    def end(self) -> int:
        """Where the last of both ends."""
        return max(self.cue.end, self.source.end) if self.source else self.cue.end


@lru_cache(maxsize=64)
def reports_of(text: str) -> tuple[tuple[Report, ...], ...]:
    """For each sentence of an article's narration, its reports in order."""
    narration = narration_of(text)
    return tuple(tuple(_reports(tokens)) for tokens in narration.tokens)


@dataclass(frozen=True, slots=True)
class _Verb:
    """A form of a verb of saying in its sentence."""

    tokens: Sequence[Token]
    place: int
    before: int
    """The place of the last token before it, adverbs and auxiliaries aside; -1 for none."""
    cue: Cue
    found: Sequence[Report]
    """The reports to the left of it."""

    @property
    def last(self) -> Token | None:
        """The token at ``before``."""
        return self.tokens[self.before] if self.before >= 0 else None

    @property
    def auxiliaries(self) -> list[str]:
        """The auxiliaries directly before it."""
        between = self.tokens[self.before + 1 : self.place]
        return [token.key for token in between if token.tag == "auxiliary"]

    @property
    def end(self) -> int:
        """Behind the verb and what belongs to it: "pointed out", "went on to say"."""
        for tail in particles().get(self.cue.base, ()):
            following = self.tokens[self.place + 1 : self.place + 1 + len(tail)]
            if tuple(token.key for token in following) == tail:
                return self.place + 1 + len(tail)
        return self.place + 1

    def of_subject(self) -> Span | None:
        """The source of the report before it, or the subject if it stands before the verb."""
        if self.found and self.found[-1].source:
            return self.found[-1].source
        subject = subject_of(self.tokens)
        return subject if subject and subject.end <= self.tokens[self.place].start else None


def _reports(tokens: Sequence[Token]) -> list[Report]:
    found: list[Report] = []
    for place, token in enumerate(tokens):
        if token.tag in ("mark", "quotation"):
            report = _labelled(tokens, place) if not found else None
        elif token.key == "words":
            report = _in_words_of(tokens, place)
        elif token.key in ("according", "segun") or _is_as_per(tokens, place):
            report = _according(tokens, place)
        else:
            known = _cue_at(tokens, place)
            report = _report(tokens, place, known, found) if known else None
        if report and not (found and found[-1].cue.end > report.cue.start):
            found.append(report)
    return found


def _cue_at(tokens: Sequence[Token], place: int) -> Cue | None:
    """The verb of saying at a place. With a capital it is one only where a clause begins."""
    token = tokens[place]
    begins = place == 0 or tokens[place - 1].tag in ("mark", "quotation")
    is_word = token.tag == "word" or (token.tag == "name" and begins)
    return cue(token.key) if is_word else None


def _is_as_per(tokens: Sequence[Token], place: int) -> bool:
    return [token.key for token in tokens[place : place + 3]] == ["de", "acuerdo", "con"]


def _according(tokens: Sequence[Token], place: int) -> Report | None:
    """The source behind "according to", "según"."""
    first = place + {"according": 2, "segun": 1}.get(tokens[place].key, 3)
    if tokens[place].key == "according" and not has_key(tokens, place + 1, {"to"}):
        return None
    last = phrase_after(tokens, first, is_object=True)
    if last <= first:
        return None
    if tokens[place].key == "segun" and cue(tokens[first].key):
        return None  # "según dijo X": the verb leads to X
    return Report(
        span(tokens, first, last), span(tokens, place, first), "according",
        frozenset({"saying"}), is_turned=True, is_according=True,
    )  # fmt: skip


def _in_words_of(tokens: Sequence[Token], place: int) -> Report | None:
    """The source of "in the words of X" and of "“…” were his words"."""
    saying = frozenset({"saying"})
    cue_span = span(tokens, place, place + 1)
    if has_key(tokens, place + 1, {"of"}) and has_key(tokens, place - 1, {"the"}):
        last = phrase_after(tokens, place + 2)
        if last > place + 2:
            source = span(tokens, place + 2, last)
            return Report(source, cue_span, "words", saying, is_turned=True, is_according=True)
    are = place - 2
    if has_key(tokens, place - 1, {"his", "her", "their"}) and has_key(tokens, are, listed("be")):
        return Report(span(tokens, place - 1, place), span(tokens, are, place + 1), "words", saying)
    return None


def _labelled(tokens: Sequence[Token], place: int) -> Report | None:
    """The source of "X: “…”" at the start of a sentence, and "“…” — X" at its end."""
    mark = tokens[place]
    saying = frozenset({"saying"})
    if mark.key == ":" and 0 < place <= 6:
        before = tokens[:place]
        is_name = all(token.tag == "name" or token.key in _JOINS for token in before)
        if is_name and before[0].tag == "name":
            return Report(span(tokens, 0, place), Span(mark.start, mark.end), ":", saying)
    if mark.key in DASHES and place + 1 < len(tokens) and tokens[place + 1].tag == "name":
        is_behind = place == 0 or any(
            token.tag == "quotation" for token in tokens[max(0, place - 2) : place]
        )
        last = phrase_after(tokens, place + 1)
        if is_behind and (last == len(tokens) or tokens[last].key in (",", ".")):
            return Report(
                span(tokens, place + 1, last), Span(mark.start, mark.end), mark.key, saying,
                is_turned=True,
            )  # fmt: skip
    return None


def _report(
    tokens: Sequence[Token], place: int, known: Cue, found: Sequence[Report]
) -> Report | None:
    """The report of one form of a verb of saying."""
    verb = _Verb(tokens, place, _before_cue(tokens, place), known, found)
    if not known.kinds and verb.end == place + 1:
        return None
    is_passive = bool(verb.auxiliaries) and verb.auxiliaries[-1] in listed("be")
    if is_passive and "ing" not in known.forms:
        return None  # "was told"
    cue_span, kinds = span(tokens, place, verb.end), known.kinds or _SAYING
    if source := _source(verb):
        return Report(source, cue_span, known.base, kinds)
    if source := _turned_source(verb):
        return Report(source, cue_span, known.base, kinds, is_turned=True)
    if known.is_spanish and _leads_clause(verb):
        return Report(None, cue_span, known.base, kinds)  # no "she" is needed in "dijo que"
    return None


def _leads_clause(verb: _Verb) -> bool:
    """Whether a verb stands at the start, or behind a quotation, with nobody beside it."""
    following = verb.tokens[verb.place + 1 : verb.place + 2]
    opens = verb.last is None or verb.last.tag in ("mark", "quotation", "conjunction")
    return opens and (not following or following[0].tag in ("relative", "mark"))


def _before_cue(tokens: Sequence[Token], place: int) -> int:
    """The place of the last token before a cue, adverbs and auxiliaries aside; -1 for none."""
    before = place - 1
    if has_key(tokens, before, _WITHIN_VERB) and before and tokens[before - 1].tag == "auxiliary":
        before -= 1
    while before >= 0 and tokens[before].tag in ("adverb", "auxiliary", "day"):
        is_day = tokens[before].tag == "day"
        before -= 2 if is_day and has_key(tokens, before - 1, {"on"}) else 1
    return before


def _source(verb: _Verb) -> Span | None:
    """The source to the left of a verb, by what stands before it; ``None`` where there is none."""
    if verb.cue.forms == {"ing"} and not verb.auxiliaries:
        return _of_participle(verb)
    tag = verb.last.tag if verb.last else "mark"
    if tag in ("mark", "quotation"):
        return _around_comma(verb)
    if tag == "conjunction":
        return _of_conjunction(verb)
    if tag == "relative":
        return _before_relative(verb)
    if tag == "preposition":
        return None
    first = widened(verb.tokens, phrase_before(verb.tokens, verb.before))
    is_source = first <= verb.before and _can_speak(verb, verb.tokens[first : verb.before + 1])
    return span(verb.tokens, first, verb.before + 1) if is_source else None


def _before_relative(verb: _Verb) -> Span | None:
    """Whom "who" stands for in "X, who said"."""
    end = verb.before - (1 if has_key(verb.tokens, verb.before - 1, {","}) else 0)
    first = phrase_before(verb.tokens, end - 1)
    return span(verb.tokens, first, end) if 0 <= first < end else None


def _of_participle(verb: _Verb) -> Span | None:
    """Who did what goes with "saying": the source of the report before it, or the subject."""
    last = verb.last
    is_behind_mark = last is None or last.tag in ("mark", "quotation", "conjunction")
    if not is_behind_mark and not (has_key(verb.tokens, verb.before, {"by", "as"}) and verb.before):
        return _beside_participle(verb)
    said = [one for one in verb.found if one.source and "saying" in one.kinds]
    if said:
        return said[-1].source
    subject = subject_of(verb.tokens) if verb.place > 1 else None
    if subject and subject.end <= verb.tokens[verb.place].start:
        return subject
    return verb.found[-1].source if verb.found else None


def _beside_participle(verb: _Verb) -> Span | None:
    """The source in "X issued a statement saying" and "footage of X asking, “…”"."""
    if has_key(verb.tokens, verb.before, _MESSAGES):
        return subject_of(verb.tokens)
    leads = has_key(verb.tokens, verb.place + 1, {",", ":", "“", '"'})
    first = phrase_before(verb.tokens, verb.before)
    is_name = leads and first <= verb.before and verb.tokens[verb.before].tag == "name"
    return span(verb.tokens, first, verb.before + 1) if is_name else None


def _around_comma(verb: _Verb) -> Span | None:
    """The source before the apposition that ends with the mark before a verb, or the subject."""
    tokens, before = verb.tokens, verb.before
    if before <= 0 or tokens[before].key not in (DASHES | {",", ")"}):
        return None
    if not _is_quoted(verb):
        closes = has_key(tokens, before - 1, {")"}) and tokens[before].key == ","
        source = apposed(tokens, before) or (apposed(tokens, before - 1) if closes else None)
        if source:
            return source
    goes_on = tokens[before].key == "," and "past" in verb.cue.forms and not _turned_source(verb)
    return verb.found[-1].source if goes_on and verb.found else None


def _is_quoted(verb: _Verb) -> bool:
    """Whether a quotation ends right before a verb."""
    around = verb.tokens[max(0, verb.before - 1) : verb.before + 1]
    return any(token.tag == "quotation" for token in around)


def _turned_source(verb: _Verb) -> Span | None:
    """The source behind a verb: "said X"."""
    tag = verb.last.tag if verb.last else "mark"
    is_as = tag == "conjunction" and has_key(verb.tokens, verb.before, {"that", "as", "como"})
    if not verb.cue.can_be_turned or (verb.cue.forms == {"ing"} and not verb.auxiliaries):
        return None
    if tag not in ("mark", "quotation") and not is_as and not verb.cue.is_spanish:
        return None
    first = verb.end
    while first < len(verb.tokens) and verb.tokens[first].tag == "adverb":
        first += 1
    last = phrase_after(verb.tokens, first)
    if last <= first or verb.tokens[first].key in _NO_SPEAKERS:
        return None
    last = _with_name(verb.tokens, first, last)
    is_ended = last == len(verb.tokens) or verb.tokens[last].key in (":", ",", ".")
    ends = is_ended or is_as or verb.cue.is_spanish
    return span(verb.tokens, first, last) if ends or _tells_only_who(verb, last) else None


def _with_name(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a role ends with the name behind it: "said the mayor, Ana Ruiz"."""
    is_role = tokens[first].tag == "determiner" and tokens[last - 1].tag == "word"
    if not is_role or not has_key(tokens, last, {","}):
        return last
    end = phrase_after(tokens, last + 1)
    is_name = end > last + 2 and all(token.tag == "name" for token in tokens[last + 1 : end])
    return end if is_name else last


def _tells_only_who(verb: _Verb, last: int) -> bool:
    """Whether a phrase behind "said", after a quotation, is no clause's subject."""
    following = verb.tokens[last]
    return _is_quoted(verb) and following.tag != "auxiliary" and not ends_phrase(following)


def _of_conjunction(verb: _Verb) -> Span | None:
    """The source in "X shook his head and said": the subject's."""
    joins = has_key(verb.tokens, verb.before, {"and", "but", "y", "pero"})
    return verb.of_subject() if joins and verb.cue.forms & {"past", "s"} else None


def _can_speak(verb: _Verb, phrase: Sequence[Token]) -> bool:
    """Whether a phrase before a verb can be who speaks, and the verb is one."""
    last = phrase[-1]
    if last.key.endswith("'s") or all(one.tag in ("number", "day") for one in phrase):
        return False
    if len(phrase) == 1 and last.tag == "word":
        is_somebody = is_plural(last) or last.key.endswith("one") or last.key in listed("groups")
        if not is_somebody:
            return False
    if last.tag == "determiner" and last.key in ("the", "a", "an", "his", "her", "el"):
        return False
    is_noun_too = verb.tokens[verb.place].key in listed("also_nouns")
    return not is_noun_too or "past" in verb.cue.forms or _is_surely_verb(verb, phrase)


def _is_surely_verb(verb: _Verb, phrase: Sequence[Token]) -> bool:
    """Whether "reports", "claim" behind a phrase is no noun."""
    last = phrase[-1]
    if verb.cue.forms == {"s"}:
        following = verb.tokens[verb.place + 1 : verb.place + 2]
        leads = bool(following) and following[0].tag in _AFTER_VERB
        is_singular = last.tag in ("name", "pronoun") or len(phrase) > 1
        return leads and is_singular and last.tag != "determiner"
    return last.tag == "pronoun" or is_plural(last)
