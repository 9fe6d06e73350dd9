"""Sentences that say that something is not known: worth showing beside a newer answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Article, Span, fold, folded_words
from index import terms_of
from qa.answers.names import known_names
from qa.questions import Question, related

_TOLD = (
    "known|clear|determined|decided|identified|disclosed|released|revealed|confirmed|announced|"
    "established|specified|named|made public|given|explained"
)
_TELLS = (
    "said|say|disclosed?|revealed?|named?|identif(?:y|ied)|announced?|report(?:ed)? on|"
    "specif(?:y|ied)|released?|provided?|explain(?:ed)?|confirm(?:ed)?|decided?|determined?"
)
_ASKED = (
    "(?:who|whom|whose|how|when|where|what|which|why|whether|if|the|any|his|her|its|their|this)"
)
_NOT = r"(?:not|n t|never)"
_SOON = "(?:yet |immediately |publicly |currently |been |so far |officially |also |still )*"
_UNKNOWN = re.compile(
    rf"\b(?:\w+n t|{_NOT}) {_SOON}(?:{_TOLD})\b(?! (?:for|as|to (?:have|be)|cut)\b)"
    r"|\b(?:is|are|was|were|remains?|remained|still|it s) (?:still |as yet |largely |so far )*"
    r"(?:unclear|unknown|uncertain|undetermined|undecided|unidentified|undisclosed|unresolved)\b"
    r"|\b(?:remains?|still) (?:a mystery|to be (?:seen|decided|determined)|an open question)\b"
    rf"|\b(?:has|have|had|did|does|do|would|could)(?: {_NOT}|n t) {_SOON}(?:{_TELLS}) {_ASKED}\b"
    r"|\b(?:no word (?:on|yet)|no(?:body| one) (?:yet )?knows|too early to (?:say|tell))\b"
    r"|\byet to (?:be )?(?:announced?|determined?|named?|identif(?:y|ied)|decided?|say|confirm)\b"
    r"|\b(?:declined|refused|unable) to (?:say|identify|name|disclose|specify|reveal)\b"
    r"|\b(?:printed|gave|given|released|published) no (?:names?|details?|figures?|numbers?)\b"
    r"|\bno se (?:sabe|conocen?|han? (?:informado|revelado|precisado|determinado|identificado))\b"
    r"|\b(?:aun|todavia) no (?:se )?(?:sabe|conocen?|esta claro|han? \w+|hay)\b|\bse desconocen?\b"
    r"|\bno esta claro\b|\bpor (?:determinar|confirmar|definir|identificar|esclarecer)\b"
    r"|\bno (?:ha|han) (?:dicho|informado|revelado|precisado|identificado|confirmado|anunciado)\b"
    r"|\bsin (?:identificar|determinar|confirmar|esclarecer)\b|\bes una incognita\b"
)
_ABOUT = {
    kind: re.compile(rf"\b(?:{cues})\b")
    for kind, cues in {
        "person": "who|whom|whose|identity|identities|names?|named|identified|quien|quienes|"
        "identidad|identidades|nombres?|identificad[oa]s?",
        "number": "how (?:many|much|long|far|old)|numbers?|figures?|toll|extent|amount|"
        "cuant[oa]s?|numero|cifras?|cantidad",
        "date": "when|date|timetable|schedule|cuando|fecha",
        "place": "where|whereabouts|location|donde|paradero|lugar",
        "reason": "why|motives?|causes?|reasons?|por que|motivos?|causas?",
    }.items()
}
"""The words by which a sentence says what kind of thing it is that is not known."""

BEFORE_CHARACTERS = 300
"""How far before the sentence its subject may have been named, within the paragraph."""


def is_not_yet_known(sentence: str) -> bool:
    """Whether a sentence says that something is not known, or not told.

    >>> is_not_yet_known("Authorities have not said how many."), is_not_yet_known("He is known.")
    (True, False)
    """
    return _UNKNOWN.search(fold(sentence)) is not None


def not_yet_known(question: Question, article: Article, sentences: Sequence[Span]) -> Span | None:
    """The sentence that says that what is asked is not known.

    Args:
        question: What is asked.
        article: Whose text the sentences stand in.
        sentences: Where to look, in the order of preference.

    Returns:
        The first sentence that says so of the question's own subject; ``None`` when there is
        none. Who is not known is no answer to "how many?".
    """
    known = known_names(question, article) - {*folded_words(question.text)} | question.names
    for sentence in sentences:
        written = article.text[sentence.start : sentence.end]
        if is_not_yet_known(written) and _is_about(question, article, sentence, known):
            return sentence
    return None


def _is_about(question: Question, article: Article, sentence: Span, names: frozenset[str]) -> bool:
    """Whether the subject is the question's: its names nearby, and what it asks or says of them."""
    folded = fold(article.text[sentence.start : sentence.end])
    matching = {kind for kind, pattern in _ABOUT.items() if pattern.search(folded)}
    if matching and question.kind in _ABOUT and question.kind not in matching:
        return False
    stems = {*terms_of(folded, article.language)}
    said = [
        word
        for word in question.words
        if word not in names and related(word, article.language) & stems
    ]
    if not names:
        return len(said) >= 2
    before = article.text[max(0, sentence.start - BEFORE_CHARACTERS) : sentence.start]
    nearby = {*folded.split(), *folded_words(before.rpartition("\n")[2])}
    return bool(names & nearby) and (question.kind in matching or bool(said))
