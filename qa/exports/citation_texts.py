"""One citation as text to paste, and as a W3C annotation."""

from __future__ import annotations

import base64
import uuid
from typing import Any

from qa.exports.addresses import text_fragment_url, web_address
from qa.exports.blocks import Run
from qa.exports.characters import flat
from qa.exports.markdown import joined
from qa.model import Citation
from qa.source_lines import UNKNOWN, place_line, source_line

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def citation_plain(citation: Citation) -> str:
    """A citation in a few lines: the words, their source, the address, the place and its hash."""
    return "\n".join(flat(line) for line in _lines(citation))


def citation_markdown(citation: Citation) -> str:
    """The same in Markdown, the words as a block quote and the source as a link to them."""
    source = Run(source_line(citation), address=_link(citation))
    lines = [joined([source]), joined([Run(_state(citation))])]
    if citation.start is not None:
        lines.insert(0, f"> {joined([Run(citation.exact)])}\n")
    return "  \n".join(lines).replace("\n  \n", "\n\n")


def citation_annotation(citation: Citation) -> dict[str, Any]:
    """A citation as the W3C's Web Annotation writes it, to be stored as JSON-LD.

    The first target is the text that OnRecord keeps, named by its SHA-256: there the words stand
    at these positions, in code points. The second is the publisher's page, where it is known and
    where only the words count, since a page has other text around the article.

    Source:
        W3C Recommendation "Web Annotation Data Model", sections 4.2.4 and 4.2.5 on selectors;
        RFC 6920, section 3, on names made of a hash.
    """
    targets: list[dict[str, Any]] = [{"source": _text(citation)}]
    if page := web_address(citation.url):
        targets.append({"source": page})
    if citation.start is not None:
        words = {
            "type": "TextQuoteSelector",
            "exact": citation.exact,
            "prefix": citation.prefix,
            "suffix": citation.suffix,
        }
        place = {
            "type": "TextPositionSelector",
            "start": citation.start,
            "end": citation.end,
        }
        selectors: list[Any] = [[words, place], words]
        for target, selector in zip(targets, selectors, strict=False):
            target |= {"type": "SpecificResource", "selector": selector}
    return {
        "@context": _CONTEXT,
        "id": _annotation_id(citation),
        "type": "Annotation",
        "motivation": "identifying",
        "target": targets,
    }


def _lines(citation: Citation) -> list[str]:
    words = [f"“{citation.exact}”"] if citation.start is not None else []
    address = text_fragment_url(citation) or citation.url or f"address {UNKNOWN}"
    return [*words, source_line(citation), address, _state(citation)]


def _link(citation: Citation) -> str | None:
    return text_fragment_url(citation) or web_address(citation.url)


def _state(citation: Citation) -> str:
    return f"{place_line(citation)}; SHA-256 of the text {citation.text_sha256}"


def _text(citation: Citation) -> dict[str, Any]:
    digest = base64.urlsafe_b64encode(bytes.fromhex(citation.text_sha256)).decode().rstrip("=")
    known = {
        "language": citation.language,
        "dcterms:title": citation.title,
        "dcterms:creator": list(citation.authors),
        "dcterms:publisher": citation.publisher,
        "dcterms:issued": citation.published,
        "dcterms:license": citation.licence,
    }
    return {
        "id": f"ni:///sha-256;{digest}",
        "type": "Text",
        "format": "text/plain",
    } | {name: value for name, value in known.items() if value}


def _annotation_id(citation: Citation) -> str:
    """The same for the same place, so that what is exported twice counts once."""
    place = f"{citation.text_sha256} {citation.start} {citation.end}"
    return uuid.uuid5(uuid.NAMESPACE_OID, place).urn
