"""The cross-references of a document: which units its units refer to.

`corpus.mentions` reads the words; here they are matched with the units that exist. A number means
the paragraph of the numbering that the referring unit itself stands in. What points into the
document but names nothing that exists, or more than one thing, is listed with the reason and never
repaired.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.agendas import find_agendas, item_label
from corpus.display import display, display_many
from corpus.errors import UnknownReferenceError
from corpus.labels import Label, Part, is_annex, number_key, split_label
from corpus.mentions import Mention, MentionKind, find_mentions
from corpus.resolve import units_in
from corpus.types import Document, Unit


@dataclass(frozen=True, slots=True)
class Link:
    """A place where a unit refers to other units of its document.

    Attributes:
        source: Label of the unit that refers.
        start: Offset of the referring words in ``source``'s text.
        end: Offset behind them.
        text: The words: ``unit.text[start:end] == text``.
        kind: What they refer to.
        targets: Labels in reading order, at least one; of a range each member.
        annex: Name of the annex if it is referred to as a whole, else empty.
    """

    source: str
    start: int
    end: int
    text: str
    kind: MentionKind
    targets: tuple[str, ...]
    annex: str = ""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Words that look like a reference into the document but name no unit of it.

    Attributes:
        source: Label of the unit that refers.
        start: Offset of the words in its text.
        end: Offset behind them.
        text: The words.
        kind: What they would refer to.
        reason: Why there is no link, in one sentence.
    """

    source: str
    start: int
    end: int
    text: str
    kind: MentionKind
    reason: str


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one document.

    Attributes:
        links: In reading order.
        unresolved: In reading order.
    """

    links: tuple[Link, ...]
    unresolved: tuple[Unresolved, ...]
    _families: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _above: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def family(self, label: str) -> frozenset[str]:
        """Return the labels of a unit and of those inside it; none for no such unit."""
        return self._families.get(label, frozenset())

    def of(self, label: str) -> tuple[Link, ...]:
        """Return what a unit, or a unit inside it, refers to; no such unit gives nothing."""
        family = self.family(label)
        return tuple(link for link in self.links if link.source in family)

    def to(self, label: str) -> tuple[Link, ...]:
        """Return what refers to a unit, to one inside it or to one it stands in.

        References within the unit itself do not count.
        """
        family = self.family(label)
        wanted = family | self._above.get(label, frozenset())
        return tuple(
            link
            for link in self.links
            if link.source not in family and not wanted.isdisjoint(link.targets)
        )


def find_links(document: Document) -> Links:
    """Return the cross-references of a document."""
    return _Finder(document).links()


def display_targets(links: Iterable[Link]) -> str:
    """Return one reference to all that links refer to, an annex as a whole by its name."""
    shown = tuple(links)
    labels = (target for link in shown if not link.annex for target in link.targets)
    annexes = dict.fromkeys(link.annex for link in shown if link.annex)
    return "; ".join(filter(None, (display_many(labels), *annexes)))


def display_sources(links: Iterable[Link]) -> str:
    """Return one reference to all units that links come from."""
    return display_many(link.source for link in links)


class _Finder:
    """Matches what a document's units mention with its units."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._units = {unit.label: unit for unit in document.units}
        self._order = {unit.label: at for at, unit in enumerate(document.units)}
        self._numbering = _Numbering(document.units)
        self._symbols: dict[str, list[str]] = {}
        for unit in document.units:
            cell = split_label(unit.label).cell
            if cell:
                self._symbols.setdefault(_folded(cell), []).append(unit.label)
        self._agendas = find_agendas(document.units)
        self._named: list[tuple[Unit, tuple[str, ...]]] = []  # agenda items, as they are named

    def links(self) -> Links:
        links: list[Link] = []
        unresolved: list[Unresolved] = []
        for unit in self._document.units:
            for mention in find_mentions(unit.text, self._document.symbol, unit.lead_in):
                words_of = unit.text[mention.start : mention.end]
                place = (unit.label, mention.start, mention.end, words_of, mention.kind)
                try:
                    targets = self._targets(unit, mention)
                except UnknownReferenceError as error:
                    unresolved.append(Unresolved(*place, str(error)))
                    continue
                targets = tuple(sorted(set(targets) - {unit.label}, key=self._order.__getitem__))
                if targets:
                    annex = mention.parts[0].first if mention.kind == "annex" else ""
                    links.append(Link(*place, targets, annex))
        families, above = _families(self._document.units)
        return Links(tuple(links), tuple(unresolved), families, above)

    def _targets(self, unit: Unit, mention: Mention) -> tuple[str, ...]:
        """Return what a mention names; nothing if it does not point into the document at all.

        Raises:
            UnknownReferenceError: It points into the document, but not at one existing thing.
        """
        match mention.kind:
            case "document":
                return self._document_row(mention)
            case "agenda item":
                return self._agenda_items(unit, mention)
            case "annex":
                return self._annex(unit, mention)
            case "paragraph":
                if not mention.parts:
                    return self._preceding(unit)
                return self._paragraphs(unit, mention)

    # ---- paragraphs

    def _paragraphs(self, unit: Unit, mention: Mention) -> tuple[str, ...]:
        parts = []
        for part in mention.parts:
            division = split_label(part.first).division
            if not division:
                parts.append(self._numbering.place(part, unit, ours=mention.said == "ours"))
            elif is_annex(division.removesuffix(" intro")) or division in self._divisions():
                parts.append(part)
            else:
                return ()  # "“Another title”, para. 5"
        targets = tuple(place.unit.label for place in units_in(parts, self._document))
        self._check_side(unit, mention, targets)
        return targets

    def _divisions(self) -> set[str]:
        return {split_label(label).division for label in self._units}

    def _check_side(self, unit: Unit, mention: Mention, targets: Sequence[str]) -> None:
        """Check that what is said to be above stands before, and what is below behind.

        Raises:
            UnknownReferenceError: It does not.
        """
        here = self._order[unit.label]
        for target in targets:
            side = "above" if self._order[target] < here else "below"
            if mention.said in {"above", "below"} and mention.said != side:
                raise UnknownReferenceError(
                    f"{display(target)} stands above it, not below."
                    if side == "above"
                    else f"{display(target)} stands below it, not above."
                )

    def _preceding(self, unit: Unit) -> tuple[str, ...]:
        if unit.parent is not None or unit.kind != "paragraph":
            return ()  # of a sub-paragraph it could be either
        before = self._numbering.before(unit.label)
        if before is None:
            raise UnknownReferenceError(f"No paragraph precedes {display(unit.label)}.")
        return (before,)

    def _annex(self, unit: Unit, mention: Mention) -> tuple[str, ...]:
        name = mention.parts[0].first
        if split_label(unit.label).division.removesuffix(" intro") == name:
            raise UnknownReferenceError(f"{display(unit.label)} stands in the {name} itself.")
        targets = tuple(place.unit.label for place in units_in(mention.parts, self._document))
        if any(self._numbering.restarts(target) for target in targets):
            raise UnknownReferenceError(f"The numbering of {name} begins more than once.")
        self._check_side(unit, mention, targets)
        return targets

    # ---- documents

    def _document_row(self, mention: Mention) -> tuple[str, ...]:
        rows = self._symbols.get(_folded(mention.symbol), [])
        if len(rows) > 1:
            raise UnknownReferenceError(f"{len(rows)} entries have the symbol {mention.symbol}.")
        return tuple(rows)

    # ---- agenda items

    def _agenda_items(self, unit: Unit, mention: Mention) -> tuple[str, ...]:
        agendas = self._agendas_for(unit)
        # The front matter names the agenda of the meeting that the document is for.
        if not agendas or split_label(unit.label).division == "intro":
            return ()  # the agenda is another document's
        if not mention.items:
            targets = self._named_last(unit)
        elif mention.plain and not self._named_before(unit, mention):
            return ()  # an item of something else
        elif len(agendas) > 1:
            shown = " and ".join(display(agenda) for agenda in agendas)
            raise UnknownReferenceError(f"It could be an item of the agenda in {shown}.")
        else:
            targets = self._listed(agendas[0], mention)
        self._named.append((unit, targets))
        return targets

    def _agendas_for(self, unit: Unit) -> list[str]:
        """Return the agendas in the unit's own division, or else in the document."""
        division = _outer(unit.label)
        own = [agenda for agenda in self._agendas if _outer(agenda) == division]
        return own or self._agendas

    def _listed(self, agenda: str, mention: Mention) -> tuple[str, ...]:
        parts = []
        for first, last in mention.items:
            place, other = (item_label(agenda, steps) if steps else None for steps in (first, last))
            assert place is not None  # only a range has a last one
            if place not in self._units or (other and other not in self._units):
                missing = " ".join(first if place not in self._units else last or first)
                raise UnknownReferenceError(
                    f"The agenda in {display(agenda)} has no item {missing}."
                )
            parts.append(Part(place, other))
        return tuple(place.unit.label for place in units_in(parts, self._document))

    def _same_heading(self, unit: Unit) -> Iterator[tuple[str, ...]]:
        """Yield the items named so far under the unit's headings, the last first."""
        for other, targets in reversed(self._named):
            same = other.heading_path == unit.heading_path
            if same and _outer(other.label) == _outer(unit.label):
                yield targets

    def _named_last(self, unit: Unit) -> tuple[str, ...]:
        targets = next(self._same_heading(unit), ())
        if len(targets) != 1:
            raise UnknownReferenceError(
                "It does not say which item: more than one is named before it under the same "
                "heading."
                if targets
                else "It does not say which item: none is named before it under the same heading."
            )
        return targets

    def _named_before(self, unit: Unit, mention: Mention) -> bool:
        numbers = {f"({first[0]})" for first, _ in mention.items}
        named = {
            step
            for targets in self._same_heading(unit)
            for target in targets
            for step in split_label(target).steps
        }
        return numbers <= named


class _Numbering:
    """The runs in which paragraphs are numbered: a new one begins where the numbers fall back."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._run: dict[str, tuple[str, int]] = {}  # of a paragraph: its division and run
        self._home: dict[str, str] = {}  # of a unit: its paragraph, or the one before it
        self._in_run: dict[tuple[str, int], list[str]] = {}
        self._runs: dict[str, int] = {}
        last: dict[str, tuple[tuple[int, ...], int]] = {}
        latest: str | None = None
        for unit in units:
            label = split_label(unit.label)
            division = label.division
            paragraph = Label(division, label.steps[:1]).text
            numbered = unit.kind == "paragraph" and len(label.steps) == 1
            if label.steps and (numbered or paragraph in self._run):
                if paragraph not in self._run:
                    key = number_key(label.steps[0])[:2]
                    if key <= last.get(division, ((), 0)):
                        self._runs[division] = self._runs.get(division, 0) + 1
                    last[division] = key
                    run = (division, self._runs.get(division, 0))
                    self._run[paragraph] = run
                    self._in_run.setdefault(run, []).append(paragraph)
                latest = paragraph
                self._home[unit.label] = paragraph
            elif latest is not None:
                self._home[unit.label] = latest

    def place(self, part: Part, unit: Unit, *, ours: bool) -> Part:
        """Return the part with its labels in the numbering that the unit stands in.

        Args:
            part: Labels without a division.
            unit: Where it is written.
            ours: It says that it is the document's own: the body's where there is one.

        Raises:
            UnknownReferenceError: There is no such paragraph, or more than one.
        """
        run = self._of(unit.label)
        if ours and ("", 0) in self._in_run and (run is None or run[0]):
            run = ("", 0)
        first = self._find(part.first, run)
        return replace(part, first=first, last=self._find(part.last, run) if part.last else None)

    def _of(self, label: str) -> tuple[str, int] | None:
        home = self._home.get(label)
        if home is not None:
            return self._run[home]
        # Before the first number: it can only mean the numbers that follow, if they are one run.
        return next(iter(self._in_run)) if len(self._in_run) == 1 else None

    def _find(self, label: str, run: tuple[str, int] | None) -> str:
        steps = split_label(label).steps
        wanted = _bare(steps[0])
        for paragraph in self._in_run.get(run, []) if run else []:
            own = split_label(paragraph)
            if _bare(own.steps[0]) == wanted:
                return Label(own.division, own.steps + steps[1:]).text
        shown = display(label)
        if len(self._in_run) < 2:
            raise UnknownReferenceError(f"No {shown} in this document.")
        if run is None or not run[0]:
            raise UnknownReferenceError(
                f"No {shown} in this document, in the numbering that it stands in."
            )
        raise UnknownReferenceError(
            f"No {shown} in this document, in the numbering that it stands in in {run[0]}."
        )

    def before(self, label: str) -> str | None:
        """Return the paragraph before one in its run."""
        if label not in self._run:
            return None
        run = self._in_run[self._run[label]]
        at = run.index(label)
        return run[at - 1] if at else None

    def restarts(self, label: str) -> bool:
        """Tell whether a unit's division is numbered more than once."""
        return self._runs.get(split_label(label).division, 0) > 0


def _bare(step: str) -> str:
    return step.partition("#")[0]


def _folded(symbol: str) -> str:
    return "".join(symbol.split()).casefold()


def _outer(label: str) -> str:
    """Return the annex that a label belongs to, empty for the body."""
    division = split_label(label).division.removesuffix(" intro")
    return division if is_annex(division) else ""


def _families(
    units: Sequence[Unit],
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return for each unit itself with those inside it, and those that it stands in."""
    parents = {unit.label: unit.parent for unit in units}
    above: dict[str, frozenset[str]] = {}
    inside: dict[str, set[str]] = {unit.label: {unit.label} for unit in units}
    for unit in units:
        over = set()
        parent = unit.parent
        while parent is not None and parent not in over:
            over.add(parent)
            inside[parent].add(unit.label)
            parent = parents[parent]
        above[unit.label] = frozenset(over)
    return {label: frozenset(family) for label, family in inside.items()}, above
