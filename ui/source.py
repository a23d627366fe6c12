"""The source view: a unit in its place, with the quoted words marked. Knows no Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.types import Citation
from corpus.catalogue import Catalogue
from corpus.display import cite, display
from corpus.links import display_sources, display_targets
from corpus.readers.pdf_view import Words
from corpus.types import Document, Unit
from ui import wording
from ui.lookup import find_unit

Role = Literal["own", "lead-in", "part", "neighbour"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is quoted, or not."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit as it is drawn.

    Attributes:
        label: Its label, for links.
        reference: Display form without the symbol, e.g. ``para. 51 (j)``.
        role: ``own`` (the unit that was opened), ``lead-in`` (it stands in this one), ``part``
            (stands in it) or ``neighbour`` (read before or after it).
        marker: As printed; empty for rows and unnumbered text.
        runs: Its own words in order; joined they are ``unit.text``.
        depth: How many units it stands in.
        notes: Its footnotes.
    """

    label: str
    reference: str
    role: Role
    marker: str
    runs: tuple[Run, ...]
    depth: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkView:
    """A reference from the unit, or to it, that can be followed.

    Attributes:
        label: Label of the unit that it opens; of several the first.
        reference: What its button says, e.g. ``paras. 6–13``.
    """

    label: str
    reference: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A unit in its context.

    Attributes:
        document: Symbol of the document.
        title: The document's title.
        label: Label of the unit.
        reference: Full reference, e.g. ``CTOC/COP/WG.4/2011/8, para. 51 (j)``.
        short_reference: The same without the symbol.
        quote: The quoted words of the unit, all of its words if none is quoted.
        heading_path: Headings over the unit, outermost first.
        page: Page it starts on, from 1; None where the file does not tell.
        units: Its lead-ins, the neighbour before, the unit, its parts and the neighbour after,
            in reading order.
        before: Label of the unit to read before it: the one before at its level, else the one
            before the unit it stands in; None at the start of the document.
        parent: Label of the unit it stands in, None at the top.
        after: Label of the unit to read after it and its parts; None at the end of the document.
        refers_to: What the unit and its parts refer to, each once.
        referred_to_by: Where the unit, a part of it or one it stands in is referred to, each once.
        language: Of the document, ISO 639-1; empty if unknown.
        cautions: What one should know before citing the document.
    """

    document: str
    title: str
    label: str
    reference: str
    short_reference: str
    quote: str
    heading_path: tuple[str, ...]
    page: int | None
    units: tuple[UnitView, ...]
    before: str | None
    parent: str | None
    after: str | None
    refers_to: tuple[LinkView, ...] = ()
    referred_to_by: tuple[LinkView, ...] = ()
    language: str = ""
    cautions: tuple[str, ...] = ()


def cut_runs(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Run, ...]:
    """Cut a text into marked and unmarked runs.

    Args:
        text: The whole text.
        spans: Offsets ``(start, end)`` to mark, in any order; they may overlap or touch.

    Returns:
        Runs without empty ones; joined they are `text`.

    Raises:
        ValueError: A span does not lie in the text.
    """
    runs: list[Run] = []
    at = 0
    for start, end in _joined(spans):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(text)} characters")
        runs += [Run(text[at:start], False), Run(text[start:end], True)]
        at = end
    runs.append(Run(text[at:], False))
    return tuple(run for run in runs if run.text)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, those that overlap or touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def view_source(
    catalogue: Catalogue, symbol: str, label: str, citations: Iterable[Citation] = ()
) -> SourceView:
    """Return a unit in its context, with the words that the citations quote marked.

    Args:
        catalogue: The library's units.
        symbol: Symbol of the document.
        label: Label of the unit.
        citations: Those of the answer being checked; words of any unit in view are marked.

    Raises:
        UnknownDocumentError: No such document.
        UnknownReferenceError: The document has no such unit.
    """
    document = catalogue.document(symbol)
    symbol = document.symbol
    unit = catalogue.unit(symbol, label)
    before, after = (_beside(catalogue, symbol, unit, step) for step in (0, 1))
    lead_in = catalogue.ancestors(symbol, label)
    spans: dict[str, list[tuple[int, int]]] = {}
    for citation in _still_there(catalogue, symbol, citations):
        spans.setdefault(citation.label, []).append((citation.start, citation.end))

    def draw(one: Unit, role: Role) -> UnitView:
        return UnitView(
            label=one.label,
            reference=display(one.label),
            role=role,
            marker=one.marker,
            runs=cut_runs(one.text, spans.get(one.label, ())),
            depth=len(catalogue.ancestors(symbol, one.label)),
            notes=one.notes,
        )

    own = draw(unit, "own")
    marked = [run.text for run in own.runs if run.marked]
    above = [(one, draw(one, "lead-in")) for one in lead_in]
    above += [(before, draw(before, "neighbour"))] if before else []
    links = catalogue.links(symbol)
    return SourceView(
        document=symbol,
        title=document.metadata.title,
        label=label,
        reference=cite(symbol, label),
        short_reference=display(label),
        quote=" … ".join(marked) if marked else unit.text,
        heading_path=unit.heading_path,
        page=unit.page,
        units=(
            *(drawn for _, drawn in sorted(above, key=lambda pair: pair[0].start)),
            own,
            *(draw(part, "part") for part in catalogue.descendants(symbol, label)),
            *((draw(after, "neighbour"),) if after else ()),
        ),
        before=before.label if before else None,
        parent=unit.parent,
        after=after.label if after else None,
        refers_to=_views((link.targets[0], display_targets([link])) for link in links.of(label)),
        referred_to_by=_views((link.source, display_sources([link])) for link in links.to(label)),
        language=document.metadata.language,
        cautions=cautions_of(document),
    )


def cautions_of(document: Document) -> tuple[str, ...]:
    """Return what one should know before citing a document."""
    newer = (wording.superseded_by(document.superseded_by),) if document.superseded_by else ()
    reasons = " ".join(flag.detail for flag in document.flags)
    return (*newer, wording.cite_with_care(reasons)) if reasons else newer


def words_to_box(
    catalogue: Catalogue, symbol: str, label: str, citations: Iterable[Citation] = ()
) -> tuple[Words, ...]:
    """Return the words to box on a unit's page, its own first; none where the page is not known.

    Args:
        catalogue: The library's units.
        symbol: Symbol of the document.
        label: Label of the unit.
        citations: Those of the answer being checked.

    Raises:
        UnknownDocumentError: No such document.
        UnknownReferenceError: The document has no such unit.
    """
    unit = catalogue.unit(symbol, label)
    quoted = list(_still_there(catalogue, symbol, citations))
    own = [citation for citation in quoted if citation.label == label]
    words = [_words(unit, one.start, one.end) for one in own]
    words = words or [_words(unit, 0, len(unit.text))]
    words += [
        _words(catalogue.unit(symbol, one.label), one.start, one.end)
        for one in quoted
        if one.label != label
    ]
    return tuple(one for one in words if one is not None)


def _words(unit: Unit, start: int, end: int) -> Words | None:
    if unit.page is None or start >= end:
        return None
    # The marker is printed before the words, and tells them from the same words elsewhere.
    lead = f"{unit.marker} " if unit.marker else ""
    return Words(unit.page, lead + unit.text, len(lead) + start, len(lead) + end)


def _still_there(
    catalogue: Catalogue, symbol: str, citations: Iterable[Citation]
) -> Iterator[Citation]:
    """Yield the citations of a document whose words are still those of the library."""
    for citation in citations:
        if citation.document == symbol:
            unit = find_unit(catalogue, symbol, citation.label)
            if unit is not None and unit.text == citation.unit.text:
                yield citation


def _views(places: Iterable[tuple[str, str]]) -> tuple[LinkView, ...]:
    return tuple(LinkView(*place) for place in dict.fromkeys(places))


def _beside(catalogue: Catalogue, symbol: str, unit: Unit, step: int) -> Unit | None:
    """Return the neighbour before (step 0) or after (1), if need be a level or more up."""
    found = catalogue.neighbours(symbol, unit.label)[step]
    if found is None and unit.parent is not None:
        return _beside(catalogue, symbol, catalogue.unit(symbol, unit.parent), step)
    return found
