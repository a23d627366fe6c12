"""Cited paragraphs -> text to paste elsewhere: reference, quote, footnote, Markdown, BibTeX, RIS.

Each function takes what is cited together and returns one text, its references joined as the
United Nations does (`corpus.display.cite_many`). Nothing in a title or a quote can become markup.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.escaping import as_bibtex, as_markdown, as_ris, visible
from assistant.types import Citation
from corpus.catalogue import Catalogue
from corpus.display import cite, cite_many, display_places
from corpus.errors import UnknownDocumentError
from corpus.types import Located, Metadata, Unit

ELLIPSIS = " … "
"""Between quoted stretches of one paragraph that do not touch."""

LinkOf = Callable[[str, Unit], str]
"""From a document's symbol and a unit to the address that opens it; empty for none."""

_LONGEST_KEY = 80

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own names, which a style writes in its language."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A unit that is cited, and the words that are quoted from it.

    Attributes:
        metadata: Of its document.
        unit: The unit.
        quotes: The quoted stretches in the unit's order, each verbatim; empty for all its words.
    """

    metadata: Metadata
    unit: Unit
    quotes: tuple[str, ...] = ()

    @property
    def place(self) -> Located:
        """The unit with its document's symbol."""
        return Located(self.metadata.symbol, self.unit)

    @property
    def reference(self) -> str:
        """Its full reference, as the answer shows it."""
        return cite(self.metadata.symbol, self.unit.label)

    @property
    def quote(self) -> str:
        """The quoted words, with an ellipsis where words are left out between them."""
        return ELLIPSIS.join(self.quotes) or self.unit.text


def cited_units(citations: Iterable[Citation], catalogue: Catalogue) -> tuple[Cited, ...]:
    """Return what an answer cites, each unit once with all that is quoted from it.

    Documents stand in the order of the citations, the units of one in reading order. A document
    that has left the library since keeps its symbol alone.
    """
    found: dict[str, dict[str, list[Citation]]] = {}
    for citation in sorted(citations, key=lambda one: one.start):
        found.setdefault(citation.document, {}).setdefault(citation.label, []).append(citation)
    order = dict.fromkeys(citation.document for citation in citations)
    return tuple(
        Cited(metadata_of(catalogue, symbol), group[0].unit, tuple(one.quote for one in group))
        for symbol in order
        for group in sorted(found[symbol].values(), key=lambda group: group[0].unit.start)
    )


def metadata_of(catalogue: Catalogue, symbol: str) -> Metadata:
    """Return what is known of a document; its symbol alone if the library does not have it."""
    try:
        return catalogue.document(symbol).metadata
    except UnknownDocumentError:
        return Metadata(symbol, title="")


def as_reference(cited: Sequence[Cited]) -> str:
    """Return the joined reference: ``A/80/66, paras. 6, 9 and 51 (a)``."""
    return visible(cite_many(one.place for one in cited))


def as_quotes(cited: Sequence[Cited]) -> str:
    """Return each quote with its reference behind it, one on a line."""
    return "\n".join(f"“{visible(one.quote)}” ({as_reference([one])})" for one in cited)


def as_footnote(cited: Sequence[Cited]) -> str:
    """Return a footnote as United Nations documents have it: title, symbol in brackets, places."""
    notes = []
    for metadata, units in _by_document(cited):
        if metadata.title and metadata.title != metadata.symbol:
            name = f"{metadata.title} ({metadata.symbol})"
        else:
            name = metadata.symbol
        notes.append(f"{name}, {display_places(units)}")
    text = visible("; ".join(notes))
    return f"{text}." if text and not text.endswith(".") else text


def as_markdown_quotes(cited: Sequence[Cited], link_of: LinkOf) -> str:
    """Return each quote as a block of Markdown, its reference linked to the paragraph."""
    blocks = []
    for one in cited:
        reference = markdown_link(as_reference([one]), link_of(one.metadata.symbol, one.unit))
        blocks.append(f"> “{as_markdown(one.quote)}”\n>\n> {reference}")
    return "\n\n".join(blocks)


def markdown_link(text: str, address: str) -> str:
    """Return a link with that text, or the text alone if there is no address."""
    # In angle brackets, so that the brackets of a paragraph's label do not end the link.
    return f"[{as_markdown(text)}](<{_plain_address(address)}>)" if address else as_markdown(text)


def _plain_address(address: str) -> str:
    return re.sub(r"[\s<>\\]", lambda found: f"%{ord(found.group()):02X}", address)


def as_bibtex_entries(cited: Sequence[Cited]) -> str:
    """Return an entry for each document, with the places cited in its ``note``.

    The symbol is the number of a report. No link is given: one to this page opens nowhere else.
    """
    return "\n\n".join(_bibtex_entry(*one) for one in _by_document(cited))


def as_ris_records(cited: Sequence[Cited]) -> str:
    """Return a record for each document: a report whose number (SN) is its symbol.

    The places cited are in a note (N1), which some programs read as HTML, and the quoted words in
    the abstract (AB), which none does. Lines end as the format wants it, with CR and LF.
    """
    return "".join(_ris_record(metadata, cited) for metadata, _ in _by_document(cited))


def _by_document(cited: Iterable[Cited]) -> list[tuple[Metadata, list[Unit]]]:
    """Return the units of each document, in the order in which documents first occur."""
    found: dict[str, tuple[Metadata, list[Unit]]] = {}
    for one in cited:
        found.setdefault(one.metadata.symbol, (one.metadata, []))[1].append(one.unit)
    return list(found.values())


def _bibtex_entry(metadata: Metadata, units: Sequence[Unit]) -> str:
    year, month = _year_and_month(metadata)
    report = bool(metadata.body and year)
    fields = {
        # In braces of its own, so that a style neither changes its case nor takes it for a person.
        "author": f"{{{as_bibtex(metadata.body)}}}" if metadata.body else "",
        "title": f"{{{as_bibtex(metadata.title or metadata.symbol)}}}",
        "institution": as_bibtex(metadata.body) if report else "",
        "number" if report else "howpublished": as_bibtex(metadata.symbol),
        "year": year,
        "language": as_bibtex(metadata.language),
        "note": as_bibtex(display_places(units)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if month:
        lines.insert(-2, f"  month = {_MONTHS[month - 1]},")
    kind = "techreport" if report else "misc"
    return "\n".join([f"@{kind}{{{_key(metadata.symbol, units)},", *lines, "}"])


def _key(symbol: str, units: Sequence[Unit]) -> str:
    """Return a key of ASCII letters, digits and hyphens, the same for the same places."""
    told = "-".join([symbol, *(unit.label for unit in units)])
    key = re.sub(r"[^A-Za-z0-9]+", "-", told).strip("-")
    if len(key) <= _LONGEST_KEY and told.isascii():
        return key
    digest = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{key[: _LONGEST_KEY - 9].strip('-') or 'document'}-{digest}"


def _ris_record(metadata: Metadata, cited: Sequence[Cited]) -> str:
    own = [one for one in cited if one.metadata.symbol == metadata.symbol]
    year, month = _year_and_month(metadata)
    date = "/".join([*metadata.date.split("-"), "", "", ""][:3]) + "/" if month else ""
    lines = [
        ("TY", "RPRT"),
        ("TI", metadata.title or metadata.symbol),
        ("PB", metadata.body),
        ("SN", metadata.symbol),
        ("PY", year),
        ("DA", date),
        ("LA", metadata.language),
        ("N1", display_places(one.unit for one in own).replace("<", "&lt;")),
        ("AB", " ".join(f"“{one.quote}”" for one in own)),
    ]
    written = [f"{tag}  - {as_ris(value)}\r\n" for tag, value in lines if value]
    return "".join([*written, "ER  - \r\n"])


def _year_and_month(metadata: Metadata) -> tuple[str, int]:
    """Return the year of issue, empty if unknown, and the month from 1, 0 if unknown."""
    found = re.fullmatch(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-[0-9]{2})?)?", metadata.date)
    return (found[1], int(found[2] or 0)) if found else ("", 0)
