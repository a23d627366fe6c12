"""The source view: a unit in its place, with the quoted words marked. Knows no Streamlit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.types import Answer, Citation
from corpus.catalogue import Catalogue
from corpus.display import cite, display
from corpus.links import display_sources, display_targets
from corpus.outward import Crossings
from corpus.readers.pdf_view import Words
from corpus.types import Document, Unit
from ui.language import say
from ui.lookup import find_unit
from ui.retelling import retold
from ui.runs import Run, cut_runs
from ui.sections import section_over, sections_of

Role = Literal["own", "lead-in", "part", "neighbour"]


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
        reference: What its button says, e.g. ``paras. 6–13``; with the symbol in front where it
            leads to another document.
        document: Symbol of that other document; empty for the unit's own.
    """

    label: str
    reference: str
    document: str = ""


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
        refers_to: What the unit and its parts refer to, each once; other documents last.
        referred_to_by: Where the unit, a part of it or one it stands in is referred to, each once;
            other documents last.
        language: Of the document, ISO 639-1; empty if unknown.
        cautions: What one should know before citing the document.
        section: Number of the innermost section it stands in; None where no heading is over it.
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
    section: int | None = None


def view_source(
    catalogue: Catalogue,
    symbol: str,
    label: str,
    citations: Iterable[Citation] = (),
    crossings: Crossings | None = None,
) -> SourceView:
    """Return a unit in its context, with the words that the citations quote marked.

    Args:
        catalogue: The library's units.
        symbol: Symbol of the document.
        label: Label of the unit.
        citations: Those of the answer being checked; words of any unit in view are marked.
        crossings: The references between the library's documents; None leaves them out.

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
    section = section_over(sections_of(document), unit)
    refers_to, referred_to_by = _links(catalogue, symbol, label, crossings)
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
        section=section.number if section else None,
        refers_to=refers_to,
        referred_to_by=referred_to_by,
        language=document.metadata.language,
        cautions=cautions_of(document),
    )


def cautions_of(document: Document) -> tuple[str, ...]:
    """Return what one should know before citing a document."""
    newer = (say("superseded-by", symbol=document.superseded_by),) if document.superseded_by else ()
    reasons = " ".join(retold(flag.detail) for flag in document.flags)
    return (*newer, say("cite-with-care", reason=reasons)) if reasons else newer


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


def citations_of(answers: Iterable[Answer]) -> tuple[Citation, ...]:
    """Return what answers cite."""
    return tuple(citation for answer in answers for citation in answer.citations)


def _links(
    catalogue: Catalogue, symbol: str, label: str, crossings: Crossings | None
) -> tuple[tuple[LinkView, ...], tuple[LinkView, ...]]:
    """Return what a unit refers to, and what refers to it, each once."""
    links = catalogue.links(symbol)
    there = [LinkView(one.targets[0], display_targets([one])) for one in links.of(label)]
    here = [LinkView(one.source, display_sources([one])) for one in links.to(label)]
    for one in crossings.of(symbol, label) if crossings else ():
        whole = catalogue.document(one.target).units
        if one.targets or whole:
            target = one.targets[0] if one.targets else whole[0].label
            there.append(LinkView(target, one.reference, one.target))
    for one in crossings.to(symbol, label) if crossings else ():
        here.append(LinkView(one.source, cite(one.document, one.source), one.document))
    return tuple(dict.fromkeys(there)), tuple(dict.fromkeys(here))


def _beside(catalogue: Catalogue, symbol: str, unit: Unit, step: int) -> Unit | None:
    """Return the neighbour before (step 0) or after (1), if need be a level or more up."""
    found = catalogue.neighbours(symbol, unit.label)[step]
    if found is None and unit.parent is not None:
        return _beside(catalogue, symbol, catalogue.unit(symbol, unit.parent), step)
    return found
