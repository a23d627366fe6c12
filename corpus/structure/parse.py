"""Source -> `Parse`: the tree of units with labels, headings, lead-ins and offsets.

Furniture and tables are set aside first, the rest is cut into chunks, `reading` says what each
chunk is, `outline` gives labels, and this module puts the normalised text together. It works on
any reader's lines and knows no document's wording.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corpus.source import Source
from corpus.structure.chunks import make_chunks
from corpus.structure.front_matter import find_front_matter
from corpus.structure.furniture import find_furniture
from corpus.structure.notes import Notes
from corpus.structure.outline import Element, Outline, place
from corpus.structure.reading import NUMBERED, Step, read_chunks
from corpus.structure.tables import find_tables
from corpus.tokens import count_tokens
from corpus.types import Decision, Furniture, Heading, Parse, Problem, Unit


def parse(source: Source) -> Parse:
    """Read the structure of a source; every non-blank character gets exactly one place."""
    lines = source.lines
    furniture = dict(find_furniture(lines))
    matter = find_front_matter(source, furniture)
    furniture |= dict.fromkeys(matter.masthead, "masthead")
    tables = find_tables(lines, furniture)
    steps = read_chunks(list(make_chunks(lines, furniture, tables, matter.titles)))
    front = _front_matter(steps, matter.own)
    outline = Outline(numbered=any(s.chosen.role in NUMBERED for s in steps))
    dropped = [Furniture(kind, lines[i].text, lines[i].number) for i, kind in furniture.items()]
    decisions: list[Decision] = []
    title: Element | None = None
    numbered_divisions = _numbered_divisions(steps)
    for at, step in enumerate(steps):
        chunk = step.chunk
        if at in front:
            if front[at] == "title" and title is not None:
                title.lines += chunk.lines
            elif front[at] == "title":
                title = Element(list(chunk.lines), level=1)
                outline.elements.append(title)
                outline.heading = outline.naming = title
            else:
                dropped += [Furniture("masthead", ln.text, ln.number) for ln in chunk.lines]
            continue
        if step.chosen.role in {"table header", "caption"}:
            dropped += [Furniture(step.chosen.role, ln.text, ln.number) for ln in chunk.lines]
        element = place(outline, step, at in numbered_divisions)
        decision = _decision(step, element)
        if decision:
            decisions.append(decision)
    return _assemble(source, outline, title, decisions, dropped)


def _front_matter(steps: Sequence[Step], own: Collection[int]) -> dict[int, str]:
    """Tell which steps before the first unit are the title and the masthead around it.

    Where the front page does not tell its titles, the last heading before a numbered text is its
    title; a text without numbers begins with it.

    Args:
        steps: In order.
        own: Which of the front page's titles are the document's own.
    """
    titles = [at for at, step in enumerate(steps) if step.chunk.title in own]
    if titles:
        before = (at for at in range(titles[0]) if steps[at].chosen.role == "heading")
        return dict.fromkeys(before, "masthead") | dict.fromkeys(titles, "title")
    leading = 0
    for step in steps:
        if step.chosen.role != "heading" or step.chunk.marker is not None:
            break
        leading += 1
    if not leading:
        return {}
    if not any(step.chosen.role in NUMBERED for step in steps):
        return {0: "title"}
    return {at: "title" if at == leading - 1 else "masthead" for at in range(leading)}


def _numbered_divisions(steps: Sequence[Step]) -> set[int]:
    """Return positions of annex titles below which paragraphs are numbered."""
    found: set[int] = set()
    current: int | None = None
    for at, step in enumerate(steps):
        if step.chosen.role == "division":
            current = at
        elif step.chosen.role in NUMBERED and current is not None:
            found.add(current)
    return found


def _decision(step: Step, element: Element | None) -> Decision | None:
    marker, role = step.chunk.marker, step.chosen.role
    if marker is None:
        return _flush_decision(step, element)
    swallowed = role == "more" and step.chunk.blanks_before > 0
    others = tuple(
        dict.fromkeys(f"{o.role}: {o.reason}" for o in step.others if o.fits or swallowed)
    )
    if not others:
        return None
    label = f" {element.label}" if element else ""
    more = f"more of{label}" if element else "more of the heading"
    return Decision(
        line=step.chunk.lines[0].number,
        marker=marker.text.strip(),
        reading=more if role == "more" else f"{role}{label}",
        reason=step.chosen.reason,
        alternatives=others,
    )


def _flush_decision(step: Step, element: Element | None) -> Decision | None:
    """Text behind a list may belong to the list's last item or to the paragraph around it."""
    after_item = step.chosen.role == "more" and step.chosen.state.last == "item"
    if element is None or not after_item or not step.chunk.follows_full_stop:
        return None
    return Decision(
        line=step.chunk.lines[0].number,
        marker="",
        reading=f"more of {element.label}",
        reason="text without a marker runs on in the unit before it",
        alternatives=("text of the paragraph around the list",),
    )


def _assemble(
    source: Source,
    outline: Outline,
    title: Element | None,
    decisions: Sequence[Decision],
    dropped: Sequence[Furniture],
) -> Parse:
    vocabulary = frozenset(re.findall(r"\w+", source.text.lower()))
    pieces: list[str] = []
    length = 0
    headings: list[Heading] = []
    units: list[Unit] = []
    texts: dict[int, str] = {}
    notes = Notes(source.notes)
    for element in outline.elements:
        words = element.words(vocabulary)
        texts[id(element)] = words
        marker = f"{element.marker} " if element.marker else ""
        start = length + len(marker)
        if element.label:
            units.append(_unit(element, words, start, texts, notes))
        else:
            headings.append(Heading(marker + words, element.level, length, start + len(words)))
        pieces.append(marker + words + "\n\n")
        length += len(pieces[-1])
    problems = outline.problems + [
        Problem("empty", u.label, "The unit has a marker but no words.")
        for u in units
        if not u.text
    ]
    shown = sorted((*dropped, *source.markup), key=lambda f: f.line)
    return Parse(
        title=texts[id(title)] if title else "",
        text="".join(pieces),
        headings=tuple(headings),
        units=tuple(units),
        problems=tuple(problems),
        decisions=tuple(decisions),
        furniture=tuple(shown),
        coverage=_coverage(source, outline.elements, dropped),
    )


def _unit(element: Element, words: str, start: int, texts: dict[int, str], notes: Notes) -> Unit:
    above: list[str] = [element.above] if element.above else []
    parent = element.parent
    ancestors: list[Element] = []
    while parent is not None:
        ancestors.append(parent)
        parent = parent.parent
    above += [f"{a.marker} {texts[id(a)]}".strip() for a in reversed(ancestors)]
    return Unit(
        label=element.label,
        kind=element.kind,
        marker=element.marker,
        text=words,
        lead_in=" ".join(above),
        heading_path=element.path,
        page=element.lines[0].page,
        start=start,
        end=start + len(words),
        parent=element.parent.label if element.parent else None,
        tokens=count_tokens(words),
        notes=notes.of(element.lines),
    )


def _coverage(source: Source, elements: Sequence[Element], dropped: Sequence[Furniture]) -> float:
    """Return the share of non-blank characters that were given exactly one place."""
    places = bytearray(len(source.text))
    by_number = {line.number: line for line in source.lines}
    owned = [line for element in elements for line in element.lines]
    owned += [by_number[piece.line] for piece in dropped]
    for line in owned:
        for i in range(line.start, line.end):
            places[i] = min(places[i] + 1, 2)
    total = placed = 0
    for character, owners in zip(source.text, places, strict=True):
        if not character.isspace():
            total += 1
            placed += owners == 1
    return placed / total if total else 1.0
