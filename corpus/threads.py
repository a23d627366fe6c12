"""What a document has on an item of its agenda: the section about it, and what that points to.

A report of a meeting tells of an item in several places: the agenda lists it, a section says who
spoke, a table names the paper that was before the meeting, and the section ends by saying in which
paragraphs the recommendations stand. Its cross-references (`corpus.links`) tie them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, fields, replace
from functools import cached_property

from corpus import reference_words as words
from corpus.agendas import find_agendas, item_label
from corpus.labels import split_label
from corpus.links import Link, Links
from corpus.mentions import Mention, find_mentions
from corpus.proceedings import tells_when_it_sat, tells_who_spoke
from corpus.reference_numbers import Steps
from corpus.sentences import split_sentences
from corpus.symbols import symbol_key
from corpus.types import Document

_NAMING = frozenset({"agenda item", "document"})
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Thread:
    """What a document has on an agenda item, or on a document that it lists; in reading order.

    Attributes:
        units: Labels of all units of it.
        sittings: Labels of those that say at which meeting something was done.
        speakers: Labels of those that say who spoke.
        papers: Labels of those that say which listed documents there were, and of these.
        pointers: Labels of those that only say where its outcome stands.
        outcome: Labels of what they point at.
    """

    units: tuple[str, ...]
    sittings: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()


class Threads:
    """Finds what a document has on what words name.

    Args:
        document: The document.
        links: Its cross-references.
    """

    def __init__(self, document: Document, links: Links) -> None:
        self._document = document
        self._links = links
        self._by_label = {unit.label: unit for unit in document.units}
        self._order = {unit.label: at for at, unit in enumerate(document.units)}
        self._agendas = find_agendas(document.units)

    @cached_property
    def pointers(self) -> tuple[str, ...]:
        """Labels of the units that only say where an outcome stands, in reading order."""
        return self._in_order(link.source for link in self._links.links if self._points(link))

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Labels of the units that say who spoke, in reading order."""
        return tuple(unit.label for unit in self._document.units if tells_who_spoke(unit.text))

    @cached_property
    def by_unit(self) -> dict[str, Thread]:
        """What there is on the subject that a unit is about, by its label.

        Subjects are the agenda's items, and whatever else a section ends by saying where its
        outcome stands. Units about several, and the agenda itself, are left out.
        """
        numbers = range(1, len(self.agenda_items) + 1)
        threads = [thread for n in numbers if (thread := self._on_items([(str(n),)])) is not None]
        known = {label for thread in threads for label in thread.units}
        for pointer in self.pointers:
            if pointer not in known:
                threads.append(self._thread(set(), self._section(pointer)))
        found: dict[str, list[Thread]] = {}
        for thread in threads:
            for label in set(thread.units).difference(self.agenda):
                found.setdefault(label, []).append(thread)
        return {label: on[0] for label, on in found.items() if len(on) == 1}

    @cached_property
    def agenda(self) -> tuple[str, ...]:
        """Labels of the unit that lists the agenda and of its items; none if there are several."""
        if len(self._agendas) != 1:
            return ()
        return self._in_order(self._links.family(self._agendas[0]))

    @property
    def agenda_items(self) -> tuple[str, ...]:
        """Labels of the agenda's items without those inside them, in order."""
        listing = self.agenda[:1]
        return tuple(label for label in self.agenda if self._by_label[label].parent in listing)

    def on(self, mention: Mention) -> Thread | None:
        """Return what there is on agenda items or a listed document; None if nothing is told.

        Args:
            mention: As `corpus.mentions.find_items` reads it.
        """
        if mention.kind == "document":
            return self._on_row(mention.symbol)
        return self._on_items([steps for steps, _ in mention.items])

    def _on_items(self, items: Iterable[Steps]) -> Thread | None:
        starts: set[str] = set()
        sections: set[str] = set()
        for steps in items:
            item = self._item(steps)
            starts |= self._links.family(item)
            sections |= self._headed(steps) | self._about(item)
        return self._thread(starts, sections) if sections else None

    def _item(self, steps: Steps) -> str:
        # Of two agendas with an item 3, which one is meant is not told.
        return item_label(self._agendas[0], steps) if len(self._agendas) == 1 else ""

    def _on_row(self, symbol: str) -> Thread | None:
        """Return what there is on the agenda item that a listed document was written for."""
        row = self._row(symbol)
        naming = self._naming(frozenset({row}))
        items = set().union(*(self._items_named(self._section(unit)) for unit in naming))
        about = self._about(items.pop()) if len(items) == 1 else set(naming)
        if not about:
            return None
        found = self._thread({row}, about)
        # Of a paper it is asked what became of it, hardly ever what a paragraph of the outcome is.
        units = (unit for unit in found.units if unit in about or unit == row)
        return replace(found, units=tuple(units))

    def _row(self, symbol: str) -> str:
        """Return the label of the row that lists a document; empty if none does, or several."""
        wanted = symbol_key(symbol)
        cells = ((label, split_label(label).cell) for label in self._by_label)
        keys = {label: symbol_key(cell) for label, cell in cells if cell}
        rows = [label for label, key in keys.items() if key == wanted]
        # "WG.4/2011/6": who reads a report leaves out what the symbols in it share.
        rows = rows or [label for label, key in keys.items() if key.endswith(f" {wanted}")]
        return rows[0] if len(rows) == 1 else ""

    def _about(self, item: str) -> set[str]:
        """Return the units of sections about an agenda item alone; of others, those naming it."""
        family, found = self._links.family(item), set()
        for unit in self._naming(family):
            section = self._section(unit)
            found |= section if self._items_named(section) <= family else {unit}
        return found

    def _naming(self, labels: Set[str]) -> list[str]:
        """Return the units that refer to one of some agenda items or listed documents."""
        return [
            link.source
            for link in self._links.links
            if link.kind in _NAMING and not labels.isdisjoint(link.targets)
        ]

    def _items_named(self, labels: Set[str]) -> set[str]:
        """Return the agenda items that some units refer to."""
        named = (k for k in self._links.links if k.kind == "agenda item" and k.source in labels)
        return {target for link in named for target in link.targets}

    def _section(self, label: str) -> set[str]:
        """Return the units under the headings of one; itself where it has none."""
        path = self._by_label[label].heading_path
        if not path:
            return {label}
        return {u.label for u in self._document.units if u.heading_path[: len(path)] == path}

    def _headed(self, item: Steps) -> set[str]:
        """Return the units under headings that name an agenda item."""
        naming: dict[str, bool] = {}
        found = set()
        for unit in self._document.units:
            for heading in unit.heading_path:
                if heading not in naming:
                    naming[heading] = self._names(heading, item)
                if naming[heading]:
                    found.add(unit.label)
        return found

    def _names(self, heading: str, item: Steps) -> bool:
        return any(
            first[: len(item)] == item
            for mention in find_mentions(heading, self._document.symbol)
            if mention.kind == "agenda item"
            for first, _ in mention.items
        )

    def _thread(self, starts: Set[str], sections: Set[str]) -> Thread:
        inside = [link for link in self._links.links if link.source in sections]
        pointing = [link for link in inside if self._points(link)]
        outcome = [target for link in pointing for target in link.targets]
        units = {*starts, *sections}
        naming = [link for link in inside if link.kind == "document"]
        papers = [target for link in naming for target in link.targets]
        for target in (*outcome, *papers):
            units |= self._links.family(target)
        return Thread(
            self._in_order(units),
            self._in_order(u for u in sections if tells_when_it_sat(self._by_label[u].text)),
            tuple(label for label in self.speakers if label in sections),
            self._in_order([*(link.source for link in naming), *papers]),
            self._in_order(link.source for link in pointing),
            self._in_order(outcome),
        )

    def _points(self, link: Link) -> bool:
        """Tell whether a unit says no more than where the outcome of something stands."""
        text = self._by_label[link.source].text
        if link.kind != "paragraph" or len(split_sentences(text)) != 1:
            return False
        said = [word.lower() for word in _WORD.findall(text[: link.start])]
        while said and said[-1] in words.PARAGRAPH | words.PARAGRAPHS | words.ARTICLES:
            said.pop()
        if not said or said.pop() not in words.IN:
            return False
        if said and said[-1] in words.OUT:
            said.pop()
        return bool(said) and said[-1] in words.STANDS and not words.OUTCOME.isdisjoint(said)

    def _in_order(self, labels: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(set(labels), key=self._order.__getitem__))


def join_threads(threads: Sequence[Thread]) -> Thread:
    """Return what is on any of several items of one document."""

    def joined(role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(label for one in threads for label in getattr(one, role)))

    return Thread(**{role.name: joined(role.name) for role in fields(Thread)})
