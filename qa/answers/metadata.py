"""Questions about an article itself, answered from its metadata: "who wrote the article about …?".

A question is taken for one only when it names an article by a word for one and asks in one of a few
forms, so that "who wrote Hamlet?" never gets a journalist's name for an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus import Article, fold
from index import Candidate, content_words, terms_of
from qa.questions import Question, related

Field = Literal[
    "authors", "published", "publisher", "title", "section", "language", "licence", "url"
]

LEAD_CHARACTERS = 400
"""How much of an article's beginning tells, with its title, what the article is about."""

_ARTICLE = (
    r"(?:the|this|that|an?|your|el|la|este|esta|ese|esa|un|una)\s+"
    r"(?:(?:news|newspaper|latest|full|original)\s+)?"
    r"(?P<noun>article|story|piece|report|news\s+item|news\s+text|text|item|column|"
    r"art[ií]culo|noticia|nota|reportaje|texto|informe|cr[oó]nica|pieza)"
)
_ABOUT = (
    r"(?:\s+(?:(?:about|on|covering|regarding|concerning|sobre|acerca\s+de|de)\s+(?P<topic>\S.*?)|"
    r"(?:titled\s+|entitled\s+|headlined\s+|called\s+|titulad[oa]\s+|llamad[oa]\s+)?"
    r"[\"“«‘'](?P<title>[^\"“”«»]+?)[\"”»’']))"
)
_REFERENCE = rf"{_ARTICLE}{_ABOUT}?"
_QUOTED = r"[\"“«‘'](?P<title>[^\"“”«»]+)[\"”»’']"
_OUTLET = (
    r"(?:newspaper|outlet|news\s+outlet|publication|paper|publisher|site|website|magazine|agency|"
    r"daily)"
)
_MEDIO = r"(?:peri[oó]dico|diario|medio|sitio|revista|agencia)"

_FORMS: tuple[tuple[Field, str], ...] = (
    ("authors", r"who(?:\s+has)?\s+(?:wrote|written|authored|penned)\s+{ref}"),
    (
        "authors",
        r"who\s+(?:is|was|are|were)\s+the\s+(?:authors?|writers?|journalists?)\s+(?:of|behind)\s+{ref}",
    ),
    (
        "authors",
        r"(?:which|what)\s+(?:journalist|reporter|author|writer)s?\s+(?:wrote|authored)\s+{ref}",
    ),
    ("authors", r"(?:by\s+whom|who)\s+was\s+{ref}\s+written(?:\s+by)?"),
    ("authors", r"(?:who|whose)\s+(?:has|had|is)?\s*the\s+byline\s+(?:of|on)\s+{ref}"),
    ("authors", r"qui[eé]n(?:es)?\s+(?:escribi[oó]|escribieron|redact[oó])\s+{ref}"),
    (
        "authors",
        r"qui[eé]n(?:es)?\s+(?:es|fue|son)\s+(?:el|la|los|las)\s+autor(?:a|es|as)?\s+de(?:l)?\s+{ref}",
    ),
    (
        "published",
        r"(?:when|(?:on\s+)?(?:what|which)\s+(?:date|day))\s+(?:was|were)\s+{ref}\s+(?:first\s+)?(?:published|written|released|posted|printed)",
    ),
    ("published", r"when\s+did\s+{ref}\s+(?:first\s+)?(?:appear|come\s+out|run)"),
    ("published", r"what\s+(?:is|was)\s+the\s+(?:publication\s+)?date\s+of\s+{ref}"),
    (
        "published",
        r"(?:cu[aá]ndo|en\s+qu[eé]\s+fecha)\s+(?:se\s+(?:public[oó]|escribi[oó])|fue\s+publicad[oa]|sali[oó]|apareci[oó])\s+{ref}",
    ),
    (
        "publisher",
        rf"(?:which|what)\s+{_OUTLET}\s+(?:first\s+)?(?:published|ran|carried|printed)\s+{{ref}}",
    ),
    ("publisher", r"who\s+(?:first\s+)?(?:published|printed)\s+{ref}"),
    ("publisher", rf"(?:who|what)\s+(?:is|was)\s+the\s+(?:publisher|{_OUTLET})\s+of\s+{{ref}}"),
    ("publisher", r"where\s+was\s+{ref}\s+(?:first\s+)?(?:published|printed)"),
    ("publisher", rf"qu[eé]\s+{_MEDIO}\s+public[oó]\s+{{ref}}"),
    ("publisher", r"(?:qui[eé]n|d[oó]nde\s+se)\s+public[oó]\s+{ref}"),
    ("title", r"(?:what\s+(?:is|was)|give)\s+the\s+(?:headline|title)\s+of\s+{ref}"),
    ("title", r"what\s+(?:is|was)\s+{ref}\s+(?:called|titled|headlined)"),
    ("title", r"cu[aá]l\s+es\s+el\s+(?:t[ií]tulo|titular)\s+de(?:l)?\s+{ref}"),
    ("title", r"c[oó]mo\s+se\s+(?:titula|llama)\s+{ref}"),
    (
        "section",
        r"(?:in\s+)?(?:which|what)\s+section\s+(?:is|was)\s+{ref}(?:\s+(?:in|published|from))*",
    ),
    (
        "section",
        r"en\s+qu[eé]\s+secci[oó]n\s+(?:est[aá]|sali[oó]|se\s+public[oó]|apareci[oó])\s+{ref}",
    ),
    ("language", r"(?:in\s+)?(?:which|what)\s+language\s+(?:is|was)\s+{ref}(?:\s+(?:in|written))*"),
    ("language", r"en\s+qu[eé]\s+(?:idioma|lengua)\s+est[aá]\s+(?:escrit[oa]\s+)?{ref}"),
    (
        "licence",
        r"(?:under\s+)?(?:which|what)\s+licen[cs]e\s+(?:is|was|does)\s+{ref}(?:\s+(?:under|published|have|licensed))*",
    ),
    ("licence", r"what\s+is\s+the\s+licen[cs]e\s+of\s+{ref}"),
    ("licence", r"(?:bajo\s+)?qu[eé]\s+licencia\s+(?:tiene|se\s+public[oó])\s+{ref}"),
    ("url", r"what\s+is\s+the\s+(?:url|address|web\s+address|link)\s+(?:of|to|for)\s+{ref}"),
    ("url", r"cu[aá]l\s+es\s+(?:la\s+(?:url|direcci[oó]n)|el\s+enlace)\s+de(?:l)?\s+{ref}"),
)
_PATTERNS = tuple(
    (field, re.compile(rf"^\W*(?:and\s+|y\s+)?{form.format(ref=reference)}\W*$", re.IGNORECASE))
    for field, form in _FORMS
    for reference in (rf"(?:{_REFERENCE})", _QUOTED)
)
_AMBIGUOUS = frozenset("report informe text texto item column nota".split())
"""Words for other things than articles, too: they need a topic, and no other such thing near."""
_ONLY_QUOTED: frozenset[Field] = frozenset(("authors", "published", "publisher"))
_SILENT: dict[Field, str] = {
    "authors": "who wrote it",
    "published": "when it was published",
    "publisher": "who published it",
    "title": "what its title is",
    "section": "which section it stood in",
    "language": "which language it is in",
    "licence": "under which licence it was published",
    "url": "where it was published on the web",
}


@dataclass(frozen=True, slots=True)
class MetadataQuestion:
    """What is asked about which article."""

    field: Field
    topic: str
    """What the article is about, in the question's words; empty for "this article"."""
    title: str | None
    """The title of the article, where the question gives it in quotation marks."""
    noun: str | None
    """The word that the article is named by; ``None`` for a title in quotation marks alone, which
    may be that of a book. Only with a noun is it sure that an article is asked about."""

    @property
    def query(self) -> str:
        """The words to search the articles with; empty when the question gives none."""
        return self.title or self.topic


@dataclass(frozen=True, slots=True)
class MetadataAnswer:
    """What one article's metadata say."""

    article: Article
    field: Field
    text: str | None
    """The value as the metadata have it, authors joined by "; "; ``None`` when it is unknown."""

    @property
    def message(self) -> str | None:
        """What is missing, for people; ``None`` when there is an answer."""
        if self.text is not None:
            return None
        named = f"The article “{self.article.title}”" if self.article.title else "The article"
        return f"{named} does not say {_SILENT[self.field]}."


def read_metadata_question(question: Question) -> MetadataQuestion | None:
    """What a question asks about an article itself; ``None`` when it asks about the world.

    >>> from qa.questions import read_question
    >>> asked = read_metadata_question(read_question("Who wrote the article about the raids?"))
    >>> (asked.field, asked.topic) if asked else None
    ('authors', 'the raids')
    >>> read_metadata_question(read_question("Who wrote Hamlet?")) is None
    True
    """
    text = re.sub(r"\b([Dd])el\s+(?=art|text|inf|rep)", r"\1e el ", question.text)
    for field, pattern in _PATTERNS:
        found = pattern.match(" ".join(text.split()))
        if found:
            return _asked(field, found.groupdict())
    return None


def answer_from_metadata(
    asked: MetadataQuestion, candidates: Sequence[Candidate], articles: int
) -> tuple[MetadataAnswer, ...]:
    """Read the answer off the article that is meant.

    An article is meant when its title has all the words of the topic, or words close to them; if
    there is none, when its title and beginning have them all and the title one of them. A title in
    quotation marks must be the article's, but for case, accents and punctuation.

    Args:
        asked: From ``read_metadata_question``.
        candidates: What a search for ``asked.query`` brought, best first; for an empty query, for
            anything.
        articles: How many articles were searched: "this article" means the only one.

    Returns:
        One answer for each article that fits equally well, in the order of the candidates, for
        they are different answers; none when no article surely is the one that is meant.
    """
    found = list({c.passage.article.id: c.passage.article for c in candidates}.values())
    if not asked.query:
        meant = found if articles == 1 else []
    elif asked.title:
        meant = [a for a in found if a.title and fold(a.title) == fold(asked.title)]
    else:
        meant = _fitting(asked, found)
    return tuple(MetadataAnswer(a, asked.field, _value(a, asked.field)) for a in meant)


def _asked(field: Field, parts: dict[str, str | None]) -> MetadataQuestion | None:
    noun, topic = parts.get("noun"), (parts.get("topic") or "").strip(" ?.!")
    title = parts.get("title")
    noun = fold(noun) if noun else None
    if title is None and topic[:1] in '"“«' and topic[:1]:
        title, topic = topic.strip('"“”«»'), ""
    if noun is None and field not in _ONLY_QUOTED:
        return None
    if noun in _AMBIGUOUS and not (topic or title):
        return None
    if topic and not content_words(topic):
        return None
    return MetadataQuestion(field, topic, title, noun)


def _fitting(asked: MetadataQuestion, articles: Sequence[Article]) -> list[Article]:
    usable = [article for article in articles if not _is_about_another(asked, article)]
    by_title = [a for a in usable if _covered(asked.topic, a.title or "", a) == 1.0]
    if by_title:
        return by_title
    return [
        article
        for article in usable
        if _covered(asked.topic, article.title or "", article) > 0.0
        and _covered(asked.topic, f"{article.title}. {article.text[:LEAD_CHARACTERS]}", article)
        == 1.0
    ]


def _covered(topic: str, text: str, article: Article) -> float:
    """The share of the topic's words that stand in the text, or for names as they are."""
    words = dict.fromkeys(content_words(re.sub(r"['’]s\b", "", topic)))
    terms = set(terms_of(text, article.language))
    names = {fold(name) for name in re.findall(r"\b[A-ZÀ-Þ][\w-]*", topic)}
    supported = [
        bool(
            terms
            & (
                set(terms_of(word, article.language))
                if word in names
                else related(word, article.language)
            )
        )
        for word in words
    ]
    return sum(supported) / len(supported) if supported else 0.0


def _is_about_another(asked: MetadataQuestion, article: Article) -> bool:
    """Whether the article itself speaks of a report, column or text about something.

    Then "who wrote the report on the prisons?" asks for the authors of that one.
    """
    if asked.noun not in _AMBIGUOUS:
        return False
    about = r"(?:about|on|into|by|of|sobre|de)\b"
    return re.search(rf"\b{asked.noun}s?\s+{about}", fold(article.text)) is not None


def _value(article: Article, field: Field) -> str | None:
    if field == "authors":
        return "; ".join(article.authors) or None
    value: str | None = getattr(article, field)
    return value or None
