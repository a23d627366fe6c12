"""References -> units of a catalogue: exactly those that exist, or an error that says which do."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.catalogue import Catalogue
from corpus.display import display, display_many, display_range, join_steps, join_words
from corpus.errors import UnknownReferenceError
from corpus.labels import Label, Part, fold_label, is_annex, split_label
from corpus.references import Reference
from corpus.types import Document, Located, Unit

_MOST_SHOWN = 3  # documents, headings or rows in a message
_LONGEST_LIST = 60  # characters of a list of paragraphs in a message

_ONLY_ONE = {
    "annex": "an annex",
    "appendix": "an appendix",
    "attachment": "an attachment",
    "enclosure": "an enclosure",
    "schedule": "a schedule",
    "annexe": "an annexe",
    "anexo": "an anexo",
}
"""An annex without a number, as a message speaks of it."""


def resolve(
    reference: Reference, catalogue: Catalogue, document: str | None = None
) -> tuple[Located, ...]:
    """Return the units that a reference names, in the order written, each once.

    A range gives what stands between its ends at their level, and a whole annex all that stands in
    it; in neither case what stands inside those units (`Catalogue.descendants`). Labels match
    exactly but for case and white space.

    Args:
        reference: From `parse_reference` or `find_references`.
        catalogue: The documents to look in.
        document: Symbol of the document to look in; it must not contradict the reference's own.

    Raises:
        UnknownDocumentError: No document has that symbol.
        UnknownReferenceError: A part does not exist (the message says what does), or exists in
            several documents and none is named.
    """
    symbol = reference.document or document
    if symbol is not None:
        chosen = catalogue.document(symbol)
        if document is not None and catalogue.document(document) is not chosen:
            raise UnknownReferenceError(
                f"{reference.text!r} is not in {catalogue.document(document).symbol}, to which "
                f"the search is restricted. Search in {chosen.symbol}, or without restriction."
            )
        return units_in(reference.parts, chosen)
    found: list[tuple[Located, ...]] = []
    reasons: list[UnknownReferenceError] = []
    for candidate in catalogue.documents:
        try:
            found.append(units_in(reference.parts, candidate))
        except UnknownReferenceError as error:
            reasons.append(error)
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownReferenceError(_ambiguous(reference, [f[0].document for f in found]))
    raise UnknownReferenceError(_nowhere(reference, catalogue, reasons))


def units_in(parts: Iterable[Part], document: Document) -> tuple[Located, ...]:
    """Return the units of one document that parts of a reference name (see `resolve`).

    Raises:
        UnknownReferenceError: A part does not exist; the message says what does.
    """
    units: dict[str, Unit] = {}
    for part in parts:
        if part.whole_annex:
            chosen = _annex(part.first, document)
        elif part.last is None:
            chosen = [_unit(part.first, document)]
        else:
            chosen = _range(part.first, part.last, document)
        units.update((unit.label, unit) for unit in chosen)
    return tuple(Located(document.symbol, unit) for unit in units.values())


def _find(label: str, document: Document) -> Unit | None:
    """Return the unit of that label, else the only one that differs in case or white space."""
    for unit in document.units:
        if unit.label == label:
            return unit
    folded = fold_label(label)
    alike = [unit for unit in document.units if fold_label(unit.label) == folded]
    return alike[0] if len(alike) == 1 else None


def _unit(label: str, document: Document) -> Unit:
    unit = _find(label, document)
    if unit is None:
        raise UnknownReferenceError(
            f"No {display(label)} in {document.symbol}; {_what_exists_near(label, document)}."
        )
    return unit


def _range(first: str, last: str, document: Document) -> list[Unit]:
    """Return the units between two of one level, both included."""
    shown = display_range(first, last)
    ends = [_find(first, document), _find(last, document)]
    if ends[0] is None or ends[1] is None:
        missing = first if ends[0] is None else last
        raise UnknownReferenceError(
            f"No {shown} in {document.symbol}: no {display(missing)}; "
            f"{_what_exists_near(missing, document)}."
        )
    low, high = split_label(ends[0].label), split_label(ends[1].label)
    if low.steps[:-1] != high.steps[:-1] or low.division != high.division:
        raise UnknownReferenceError(
            f"No {shown} in {document.symbol}: the two ends are not at one level. "
            "Refer to each paragraph by itself."
        )
    labels = {ends[0].label, ends[1].label}
    places = [place for place, unit in enumerate(document.units) if unit.label in labels]
    if document.units[places[0]].label != ends[0].label:
        raise UnknownReferenceError(
            f"The range {shown} runs backwards in {document.symbol}. "
            "Name first what stands first, or each paragraph by itself."
        )
    between = document.units[places[0] : places[-1] + 1]
    return _outermost(unit for unit in between if _beside(split_label(unit.label), low))


def _beside(label: Label, other: Label) -> bool:
    """Tell whether two labels are at one level: ``6`` and ``7``, ``51(a)`` and ``51(b)``."""
    return (
        label.division == other.division
        and len(label.steps) == len(other.steps)
        and label.steps[:-1] == other.steps[:-1]
    )


def _outermost(units: Iterable[Unit]) -> list[Unit]:
    """Return the units that stand in none of the others; parents come before children."""
    chosen: list[Unit] = []
    inside: set[str] = set()
    for unit in units:
        if unit.parent not in inside:
            chosen.append(unit)
        inside.add(unit.label)
    return chosen


def _annex(name: str, document: Document) -> list[Unit]:
    folded = fold_label(name)
    inside = [u for u in document.units if fold_label(_annex_of(u.label)) == folded]
    if not inside:
        raise UnknownReferenceError(f"No {name} in {document.symbol}; it has {contents(document)}.")
    return _outermost(inside)


def _annex_of(label: str) -> str:
    """Return the annex that a label belongs to, an empty string for none."""
    annex = split_label(label).division.removesuffix(" intro")
    return annex if is_annex(annex) else ""


def _shown(part: Part) -> str:
    if part.whole_annex:
        return part.first
    return display_range(part.first, part.last) if part.last else display(part.first)


def _ambiguous(reference: Reference, symbols: list[str]) -> str:
    shown = "; ".join(_shown(part) for part in reference.parts)
    return (
        f"{len(symbols)} documents have {shown}: {_few(symbols)}. "
        f"Add the symbol: {symbols[0]}, {shown}"
    )


def _nowhere(
    reference: Reference, catalogue: Catalogue, reasons: list[UnknownReferenceError]
) -> str:
    if not reasons:
        return "The library holds no document. Add one: pincite index FILE"
    near = [
        reason
        for document, reason in zip(catalogue.documents, reasons, strict=True)
        if len(reasons) == 1 or _has_some(reference.parts[0], document)
    ]
    if len(near) == 1:
        return str(near[0])
    shown = "; ".join(_shown(part) for part in reference.parts)
    known = [f"{d.symbol} has {contents(d)}" for d in catalogue.documents[:_MOST_SHOWN]]
    more = len(reasons) - len(known)
    rest = f"; and {more} more" if more else ""
    return f"None of the {len(reasons)} documents has {shown}: {'; '.join(known)}{rest}."


def _has_some(part: Part, document: Document) -> bool:
    """Tell whether the document has the paragraph or the annex that the part lies in."""
    wanted = split_label(part.first)
    if len(wanted.steps) > 1:
        return _find(Label(wanted.division, wanted.steps[:1]).text, document) is not None
    annexes = {fold_label(_annex_of(unit.label)) for unit in document.units}
    return bool(wanted.division) and fold_label(wanted.division) in annexes


def _what_exists_near(label: str, document: Document) -> str:
    """Return what the document has where the label should be: ``para. 51 has (a)–(j)``."""
    wanted = split_label(label)
    for depth in range(len(wanted.steps) - 1, 0, -1):
        above = _find(Label(wanted.division, wanted.steps[:depth]).text, document)
        if above is not None:
            shown = _steps_below(above, document)
            if not shown:
                return f"{display(above.label)} has no sub-paragraphs"
            return f"{display(above.label)} has {shown}"
    # "84.2" is asked for where item 2 of paragraph 84 is meant.
    above = _find(label.rpartition(".")[0], document)
    if above is not None and (shown := _steps_below(above, document)):
        return f"{display(above.label)} has {shown}"
    division = [
        taken
        for taken in (split_label(u.label) for u in document.units)
        if taken.division and fold_label(taken.division) == fold_label(wanted.division)
    ]
    if not division:
        return f"it has {contents(document)}"
    name = division[0].division
    return f"{name if is_annex(name) else f'“{name}”'} has {_inside(division, names=True)}"


def _steps_below(unit: Unit, document: Document) -> str:
    """Return what stands right below a unit by its steps, ``(a)–(c)``; empty if nothing does."""
    steps = split_label(unit.label).steps
    below = [split_label(u.label) for u in document.units if u.parent == unit.label]
    return join_steps([x.steps[-1] for x in below if x.steps[:-1] == steps])


def contents(document: Document) -> str:
    """Return what can be cited, for a message: ``paras. 1–98 and an annex with 8 entries``."""
    groups: dict[str, list[Label]] = {}
    for unit in document.units:
        taken = split_label(unit.label)
        groups.setdefault(_annex_of(unit.label) or taken.division, []).append(taken)
    shown, headings = [], []
    for division, labels in groups.items():
        if is_annex(division):
            shown.append(f"{_ONLY_ONE.get(division, division)} with {_inside(labels)}")
        elif division in {"", "p", "intro"}:
            shown.append(_numbers(labels))
        else:
            headings.append(f"“{division}”")
    if headings:
        shown.append(f"text under {_few(headings)}")
    listed = "; ".join(shown) if any("," in s for s in shown) else join_words(shown)
    return listed or "nothing that can be cited"


def _inside(labels: list[Label], *, names: bool = False) -> str:
    """Return what one division has: ``paras. 1–5``, ``8 entries``."""
    numbers = [Label("", label.steps) for label in labels if label.steps]
    cells = [label.cell for label in labels if label.cell]
    shown = [_numbers(numbers)] if numbers else []
    if cells:
        shown.append(_entries(cells, names=names))
    return join_words(shown)


def _entries(cells: list[str], *, names: bool) -> str:
    if len(cells) == 1:
        return f"1 entry: {cells[0]}" if names else "1 entry"
    return f"{len(cells)} entries: {_few(cells)}" if names else f"{len(cells)} entries"


def _numbers(labels: list[Label]) -> str:
    """Return one division's paragraphs, shortened if there are many gaps."""
    # A document may number with dots alone: then all of its paragraphs are outermost.
    top = [label for label in labels if len(label.steps) == 1] or labels
    shown = display_many(label.text for label in top)
    if len(shown) <= _LONGEST_LIST:
        return shown
    return f"{len(top)} paragraphs from {display(top[0].text)} to {display(top[-1].text)}"


def _few(items: list[str]) -> str:
    """Return the first items, and how many more there are."""
    more = len(items) - _MOST_SHOWN
    return join_words([*items[:_MOST_SHOWN], f"{more} more"] if more > 1 else items)
