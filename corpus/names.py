"""Names of people in bylines: lists taken apart, capitals brought down to title case."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.wordlists import any_of, words

_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_LISTED = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b|\bcon\b)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Names:
    """Who a byline names: people, and the agency or outlet that stands among them."""

    authors: tuple[str, ...] = ()
    publisher: str | None = None


def read_names(printed: str) -> tuple[str, ...]:
    """The authors that a field of a page names: ``"By Jane Doe and John Roe"``.

    Returns:
        The names in order, in title case where they stood in capitals; the value as it is when
        it can't be taken apart; nothing for "admin", "staff writer" and the like.

    >>> read_names("JANE McDOE; Ana de la O")
    ('Jane McDoe', 'Ana de la O')
    """
    printed = " ".join(printed.split())
    by = re.sub(rf"^(?:{any_of('by')})\b[:\s]+", "", printed, flags=re.I)
    if not by or by.casefold() in words("nobody"):
        return ()
    names = read_listed_names(by, alone=False)
    return names.authors if names and names.authors else (by,)


def read_listed_names(listed: str, *, alone: bool) -> Names | None:
    """Read a list of names.

    Args:
        listed: What stands after "by".
        alone: Nothing else in the line vouches for it, so a single word is no name.

    Returns:
        Who is named; ``None`` when one of the items is no name.
    """
    listed, publisher = _split_outlet(_without_place(_without_language(listed)))
    authors: list[str] = []
    for item in _items(listed):
        if item.casefold() in words("nobody") or is_role(item):
            continue
        if is_outlet(item):
            publisher = publisher or item
        elif _is_name(item) and not (alone and " " not in item):
            authors.append(title_case_name(item))
        else:
            return None
    return Names(tuple(dict.fromkeys(authors)), publisher)


def _items(listed: str) -> list[str]:
    """A list of names taken apart; at "y" only where whole names stand on both sides."""
    items = []
    for item in _LISTED.split(listed):
        halves = re.split(r"\s+[ye]\s+", item, flags=re.I)
        whole = len(halves) > 1 and all(" " in half.strip() for half in halves)
        items += halves if whole else [item]
    return [
        item.strip(" ,.:;()[]") if not item.endswith("r.") else item.strip()
        for item in items
        if item.strip(" ,.")
    ]


def _without_language(listed: str) -> str:
    """Drop the code of another language's page: ``"JANE DOE EN"``."""
    head, _, last = listed.rpartition(" ")
    is_code = last.isupper() and last.casefold() in words("language_codes")
    return head if is_code and " " in head and _in_capitals(head) else listed


def _without_place(listed: str) -> str:
    """Drop where it was written: ``"Jane Doe in Lima"``."""
    return re.sub(r"(?<=\w),?\s+(?:in|en|desde|from)\s+[^\W\d_a-z][\w ,]*$", "", listed)


def _split_outlet(listed: str) -> tuple[str, str | None]:
    """Split off an agency that follows a name: ``"JANE DOE Associated Press"``."""
    match = re.fullmatch(
        rf"(?P<names>.+?\w)[,\s]+(?:for\s+)?(?P<outlet>{any_of('outlets')})", listed, re.I
    )
    return (match["names"], match["outlet"]) if match else (listed, None)


def _is_name(item: str) -> bool:
    """Whether every word could be part of a person's name, and none is a month or weekday."""
    parts = item.split()
    folded = [part.casefold().strip(".") for part in parts]
    if not 1 <= len(parts) <= 6 or not parts[0][0].isupper():
        return False
    if any(part in words("months") and part not in ("may", "april", "june") for part in folded):
        return False
    if any(part in words("weekdays") and len(part) > 5 for part in folded):
        return False
    return all(
        _NAME_WORD.fullmatch(part) and (not part[0].islower() or word in words("particles"))
        for part, word in zip(parts, folded, strict=True)
    )


def is_outlet(part: str) -> bool:
    """Whether a part is a news outlet's name, as far as the lists know."""
    folded = part.casefold().split()
    if " ".join(folded) in words("outlets"):
        return True
    if not 1 < len(folded) <= 5 or not part[0].isupper():
        return False
    return folded[-1] in words("outlet_words") or folded[0] in ("the", "el", "la")


def is_role(part: str) -> bool:
    """Whether a part says what somebody does: ``"Political Correspondent"``."""
    folded = re.findall(r"\w+", part.casefold())
    return 0 < len(folded) <= 7 and any(word in words("roles") for word in folded)


def title_case_name(name: str) -> str:
    """A name that stood in capitals, as it is written; any other name as it is.

    >>> title_case_name("MARÍA DE LA CRUZ O'NEIL-MCDONALD JR."), title_case_name("Ian McEwan")
    ("María de la Cruz O'Neil-McDonald Jr.", 'Ian McEwan')
    """
    if not _in_capitals(name) or len(name) <= 3:
        return name
    parts = name.split()
    return " ".join(_title_case(part, first=place == 0) for place, part in enumerate(parts))


def _in_capitals(name: str) -> bool:
    """Whether a name stands in capitals, be it with the small letters of "McDOWELL"."""
    return re.sub(r"\bMa?c(?=[A-Z])", "", name).isupper()


def _title_case(part: str, *, first: bool) -> str:
    """One word of a name."""
    lower = part.lower()
    if not first and lower in words("particles"):
        return lower
    if re.fullmatch(r"I{2,3}|I?V|(?:[A-ZÀ-Þ]\.)+[A-ZÀ-Þ]?", part):
        return part
    if mac := re.fullmatch(r"(Ma?c)([A-Z].*)", part):
        return mac[1] + mac[2][0] + mac[2][1:].lower()
    cased = re.sub(
        r"(?:^|(?<=[-.]))\w|(?<=\b[odOD]['’])\w", lambda match: match.group().upper(), lower
    )
    return re.sub(r"\bMc(\w)", lambda match: "Mc" + match[1].upper(), cased)
