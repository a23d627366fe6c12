"""Decides what each chunk of a document is: heading, paragraph, item, or more of the same.

A marker's shape does not tell; its place in a sequence does. The search walks through the chunks
and keeps the cheapest reading for each state it can be in (which headings, which paragraph and
which lists are open), like Viterbi's algorithm over a hidden Markov model. What continues a
sequence is free; what breaks one, or looks unlike what it is taken for, costs. The costs say how
surprising a thing is next to the others; they were set by reasoning over the house styles of
official documents, and the tests hold them in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from corpus.structure.chunks import Chunk
from corpus.structure.markers import Meaning, Value

Role = Literal[
    "heading",
    "division",
    "paragraph",
    "restart",
    "resume",
    "item",
    "prose",
    "bullet",
    "more",
    "row",
    "table header",
    "caption",
    "aside",
]
NUMBERED: frozenset[Role] = frozenset({"paragraph", "restart", "resume"})
"""Roles of chunks that carry a paragraph number."""
_UNIT_ROLES: frozenset[Role | None] = frozenset({*NUMBERED, "item", "prose", "bullet"})
_PARAGRAPH_STYLES = frozenset({"1.", "1.1", "A.1"})
_UPPER_STYLES = frozenset({"I.", "A.", "(I)", "(A)"})
_CUT = 30
"""From so many words on, a text that ends no sentence goes on elsewhere."""
BEAM = 32
"""States kept at each chunk. Readings that differ are told apart within a few markers."""


@dataclass(frozen=True, slots=True)
class State:
    """What is open at a point of the document.

    Attributes:
        headings: Open headings, outermost first.
        paragraph: Number of the last paragraph of this series, None before the first.
        suffix: The last paragraph's ``bis`` or the like.
        items: Open lists inside the paragraph, outermost first.
        last: What the chunk before was.
        inside: Whether the open lists stand in a numbered paragraph.
        outer: While a second series runs, the last number of the first one.
    """

    headings: tuple[Meaning, ...] = ()
    paragraph: Value | None = None
    suffix: str = ""
    items: tuple[Meaning, ...] = ()
    last: Role | None = None
    inside: bool = False
    outer: Value | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a chunk.

    Attributes:
        role: What it is taken for.
        cost: How surprising that is; 0 is what one would expect.
        state: What is open afterwards.
        reason: Why, in words.
        fits: Whether a sequence asks for it (so that it counts as a real alternative).
        missing: Numbers left out before it.
    """

    role: Role
    cost: float
    state: State
    reason: str
    fits: bool
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """The reading chosen for a chunk, and those that were possible in its place."""

    chunk: Chunk
    chosen: Reading
    others: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class _Node:
    cost: float
    state: State
    reading: Reading | None
    back: _Node | None


def read_chunks(chunks: Sequence[Chunk]) -> list[Step]:
    """Return the most plausible reading of all chunks together."""
    beam = {State(): _Node(0.0, State(), None, None)}
    for chunk in chunks:
        following: dict[State, _Node] = {}
        for node in beam.values():
            for reading in readings(chunk, node.state):
                cost = node.cost + reading.cost
                known = following.get(reading.state)
                if known is None or cost < known.cost:
                    following[reading.state] = _Node(cost, reading.state, reading, node)
        cheapest = sorted(following.values(), key=lambda n: n.cost)[:BEAM]
        beam = {node.state: node for node in cheapest}
    best: _Node | None = min(beam.values(), key=lambda n: n.cost)
    path: list[tuple[Reading, State]] = []
    while best is not None and best.reading is not None and best.back is not None:
        path.append((best.reading, best.back.state))
        best = best.back
    steps = []
    for chunk, (chosen, state) in zip(chunks, reversed(path), strict=True):
        others = tuple(r for r in readings(chunk, state) if r.state != chosen.state)
        steps.append(Step(chunk, chosen, others))
    return steps


def readings(chunk: Chunk, state: State) -> Iterator[Reading]:
    """Yield every way to take a chunk in a state; there is always at least one."""
    if chunk.title is not None:
        opened = _closed(state, last="heading")
        yield Reading("heading", 0.0, opened, "a title of the front page", True)
    elif chunk.kind == "row":
        # Text may go on behind a table that stands in its middle.
        told = chunk.lines[0].role == "row"
        after = state if told else _after(state, "row")
        yield Reading("row", 0.0, after, "a row of a table", True)
    elif chunk.kind == "table header":
        yield Reading("table header", 0.0, state, "column headings", True)
    elif chunk.kind == "caption":
        yield Reading("caption", 0.0, state, "names a table or figure", True)
    elif chunk.kind == "division":
        yield _division(chunk, state)
        yield _more(chunk, state)
    elif chunk.small or chunk.lines[0].role == "aside":
        yield Reading("aside", 0.0, state, "small print, or text in a box", True)
    elif chunk.marker is None and chunk.bullet:
        yield _bullet(chunk, state)
    elif chunk.marker is None:
        yield from _unmarked(chunk, state)
    else:
        for meaning in chunk.marker.meanings:
            if meaning.style in _PARAGRAPH_STYLES:
                yield from _paragraph(chunk, state, meaning)
            if not chunk.marker.suffix:
                yield _heading(chunk, state, meaning)
                yield from _item(chunk, state, meaning)
        yield _more(chunk, state)


def _after(state: State, last: Role | None) -> State:
    return replace(state, last=last)


def _closed(state: State, **changes: Any) -> State:  # noqa: ANN401 (as `replace` takes them)
    """Return the state with its lists closed, and with other changes."""
    return replace(state, items=(), inside=False, **changes)


def _break_cost(chunk: Chunk, state: State) -> float:
    """What it costs to begin something new here rather than run on."""
    if state.last in {None, "heading", "division", "table header"} or chunk.follows_full_stop:
        return 0.0 if chunk.blanks_before else 0.4
    if chunk.mid_sentence:
        return 4.0
    return 0.6 if not chunk.blanks_before else 0.3


def _heading_shape(chunk: Chunk) -> float:
    """How unlike a heading a chunk's words are."""
    body = chunk.body.strip()
    words = len(body.split())
    cost = 0.0
    if body.endswith((".", ";", ",")) and not body.endswith("..."):
        cost += 4.0
    elif body.endswith(":"):
        cost += 1.5
    most = 45 if chunk.displayed else 25
    if words > most:
        cost += 3.0 + 0.1 * (words - most)
    if not words:
        cost += 3.0
    if body[:1].islower():
        cost += 3.0
    if not chunk.blank_after:
        cost += 0.8
    return max(cost + _displayed_cost(chunk), 0.0)


def _displayed_cost(chunk: Chunk) -> float:
    """How much the look speaks against a heading; below 0 if it speaks for one."""
    if chunk.level:
        return -6.0
    if chunk.told:
        return 2.5
    if chunk.displayed is None:
        return 0.0
    return -1.0 if chunk.displayed else 2.0


def _prose_shape(chunk: Chunk) -> float:
    """How unlike a paragraph a chunk's words are."""
    words = len(chunk.body.split())
    cost = 1.0 if words < 4 else 0.0
    if not chunk.ends_sentence:
        cost += 2.0 if words < _CUT else 0.3  # the end of a page cuts long ones
    if chunk.level:
        cost += 6.0
    elif chunk.displayed and not chunk.ends_sentence:
        cost += 2.0
    return cost


def _division(chunk: Chunk, state: State) -> Reading:
    clean = State(headings=(), paragraph=None, items=(), last="division")
    cost = 0.5 + _break_cost(chunk, state)
    return Reading("division", cost, clean, "a line that names an annex", True)


def _bullet(chunk: Chunk, state: State) -> Reading:
    """Take the chunk as an entry of a list without numbers.

    It is part of the paragraph, or of the text that announces the list. A list that nothing
    announces, as under a heading, has entries that stand for themselves.
    """
    announced = _announced(chunk) or chunk.follows_bullet
    if state.last in NUMBERED or state.last == "item" or (state.last == "prose" and announced):
        reason = "an entry of the list that the text before it opens"
        return Reading("more", 0.0, state, reason, True)
    following = _closed(state, last="bullet")
    return Reading("bullet", 0.5, following, "an entry of a list that nothing announces", True)


def _unmarked(chunk: Chunk, state: State) -> Iterator[Reading]:
    body = chunk.body.strip()
    words = len(body.split())
    own_block = state.last in {"prose", "bullet"} and chunk.blanks_before > 0
    long = words >= (45 if chunk.displayed else 30)  # a displayed title may be long
    prose = (chunk.ends_sentence and (words >= 4 or own_block)) or long
    heading_cost = 1.0 + _heading_shape(chunk) + (4.0 if chunk.mid_sentence else 0.0)
    if state.last in _UNIT_ROLES:
        if not chunk.follows_full_stop:
            heading_cost += 4.0 if body[:1].islower() else 0.8
        yield _more(chunk, state)
    if chunk.like_text:
        # Lines under one another that look like text are a list, whatever is in it.
        under_another = state.last == "heading" and chunk.follows_like_text
        heading_cost += 1.5 * under_another + 2.0 * chunk.set_off
    opened = _closed(state, last="heading")
    reason = "a short line without a number that ends no sentence"
    yield Reading("heading", heading_cost, opened, reason, False)
    signature = chunk.set_off and chunk.displayed is not True and chunk.follows_full_stop
    unnumbered = 0.5 if prose or signature else 4.0
    if body.endswith(",") and words > 3:
        unnumbered = min(unnumbered, 1.5)  # opens a text: "The General Assembly of States,"
    if signature:
        pass
    elif state.last in NUMBERED or state.last == "item":
        unnumbered += 3.5
    elif chunk.next_clause:
        unnumbered = 0.5
    elif not chunk.follows_full_stop and state.last in {"prose", "bullet"}:
        unnumbered += 2.0
    following = _closed(state, last="prose")
    yield Reading("prose", unnumbered, following, "sentences without a number", False)


def _more(chunk: Chunk, state: State) -> Reading:
    """Take the chunk as more of the unit before it."""
    unlike = 5.0 * chunk.unlike + 2.5 * chunk.turned
    unlike += 6.0 * bool(chunk.level)
    if state.last in {None, "heading", "division", "table header", "row"}:
        cost = 6.0
    elif chunk.set_off and chunk.follows_full_stop and not chunk.displayed:
        cost = 6.0  # a signature is no part of the letter's last paragraph
    elif chunk.marker is None:
        starts_small = chunk.body[:1].islower()
        if starts_small or chunk.mid_sentence:
            cost = 0.0
        elif chunk.next_clause and state.last in {"prose", "bullet"}:
            cost = 2.5
        elif not chunk.follows_full_stop:
            cost = 1.0 + 0.5 * max(0, chunk.blanks_before - 1)
        else:
            cost = 0.2 if state.last in {"prose", "bullet"} and not chunk.blanks_before else 2.5
            if chunk.follows_colon and chunk.like_text and not chunk.ends_sentence:
                cost = 0.5  # a list that the text announces, without signs
            elif chunk.blanks_before and not chunk.ends_sentence:
                cost += 1.5  # a block that ends no sentence is hardly more of one
            if chunk.follows_caption and chunk.told:
                cost += 2.0  # a note below the figure
    elif chunk.blanks_before:
        cost = 6.0 if chunk.follows_full_stop else 4.0
    else:
        runs_on = chunk.mid_sentence or (chunk.wrapped and chunk.follows_colon)
        cost = 0.2 if runs_on else (2.5 if chunk.follows_full_stop else 1.5)
    return Reading(
        "more",
        cost + unlike,
        _after(state, state.last or "prose"),
        "runs on from the text before it",
        False,
    )


def _paragraph(chunk: Chunk, state: State, meaning: Meaning) -> Iterator[Reading]:
    assert chunk.marker is not None
    suffix, value, last = chunk.marker.suffix, meaning.value, state.paragraph
    shape = _prose_shape(chunk) + _break_cost(chunk, state)
    sequence, reason, missing = _paragraph_sequence(value, suffix, last, state.suffix)
    new_section = state.last == "heading" and state.headings[-1:] != ()
    if state.outer is not None and new_section and state.headings[-1].style in _UPPER_STYLES:
        sequence += 0.8  # a second series hardly goes on in another section
    following = _closed(state, paragraph=value, suffix=suffix, last="paragraph")
    yield Reading("paragraph", shape + sequence, following, reason, sequence < 3.0, missing)
    if last is not None and value[-1] == 1 and len(value) <= len(last) and not suffix:
        cost = (4.5 if state.last == "heading" else 9.0) + shape
        if chunk.follows_preamble:
            cost = 0.5  # what a resolution decides
        following = _closed(
            state, paragraph=value, suffix="", last="restart", outer=state.outer or last
        )
        yield Reading("restart", cost, following, "paragraph numbers begin again at 1", False)
    if state.outer is not None and _is_next(state.outer, value):
        following = _closed(state, paragraph=value, suffix=suffix, last="resume", outer=None)
        reason = f"goes on after paragraph {'.'.join(map(str, state.outer))} of the first series"
        yield Reading("resume", 0.5 + shape, following, reason, True)


def _paragraph_sequence(
    value: Value, suffix: str, last: Value | None, last_suffix: str
) -> tuple[float, str, int]:
    """Return the cost, the reason and how many numbers are missing."""
    number = ".".join(map(str, value))
    if last is None:
        if value[-1] == 1 and not suffix:
            return 0.0, "the first paragraph number", 0
        return 3.0, f"the first paragraph number, though it is {number}", 0
    before = ".".join(map(str, last)) + last_suffix
    if suffix:
        close = value == last
        return (0.0 if close else 5.0), f"stands between {before} and the next number", 0
    follows = {(*last[:depth], last[depth] + 1) for depth in range(len(last))}
    opened = {(*v, 1) for v in follows} | {(*last, 1)}
    if value in follows:
        return 0.0, f"follows paragraph {before}", 0
    if value in opened:
        return 0.3, f"opens a level below paragraph {before}", 0
    if value > last:
        same_series = len(last) >= len(value) and value[:-1] == last[: len(value) - 1]
        missing = value[-1] - last[len(value) - 1] - 1 if same_series else value[-1] - 1
        cost = 3.0 + min(missing, 10) + (0.0 if same_series else 1.0)
        return cost, f"comes after paragraph {before}, with numbers left out", max(missing, 0)
    if value == last:
        return 5.0, f"repeats paragraph number {before}", 0
    return 12.0, f"is lower than paragraph {before}", 0


def _heading(chunk: Chunk, state: State, meaning: Meaning) -> Reading:
    base = {"1.": 0.5, "1.1": 0.7}.get(meaning.style, 1.0 if "(" in meaning.style else 0.6)
    if meaning.style in _UPPER_STYLES:
        base = 0.0
    shape = _heading_shape(chunk) + (5.0 if chunk.mid_sentence else _break_cost(chunk, state))
    open_at = next(
        (k for k, h in enumerate(state.headings) if h.style == meaning.style), len(state.headings)
    )
    if open_at < len(state.headings):
        last = state.headings[open_at].value
        expected = {(*last[:d], last[d] + 1) for d in range(len(last))} | {(*last, 1)}
        fits = meaning.value in expected
        cost = 0.3 if fits else 6.0
        reason = "continues the headings" if fits else "out of order with the headings"
    else:
        fits = meaning.value[-1] == 1
        # An excerpt may begin at "II."; a list under a heading does not begin at "(b)".
        cost = 1.0 if fits else (2.0 if meaning.style in _UPPER_STYLES else 6.0)
        reason = "opens a level of headings"
    if state.last == "heading" and fits and open_at == len(state.headings) - 1:
        cost += 2.0  # the heading before it would stand over nothing
    headings = (*state.headings[:open_at], meaning)
    following = _closed(state, headings=headings, last="heading")
    return Reading("heading", base + shape + cost, following, reason, fits)


def _item(chunk: Chunk, state: State, meaning: Meaning) -> Iterator[Reading]:
    if state.last not in _UNIT_ROLES:
        return
    if meaning.style in _UPPER_STYLES or len(meaning.value) > 1:
        return
    like_paragraph = meaning.style == "1."
    shape = 0.0 if chunk.ends_sentence else 0.3
    inside = state.inside if state.last == "item" else state.last in NUMBERED
    if like_paragraph and not inside:
        shape += 0.4  # it may be a paragraph of its own
    shape += 3.0 if chunk.mid_sentence else _break_cost(chunk, state)
    for depth, item in enumerate(state.items):
        if item.style == meaning.style and meaning.value > item.value:
            missing = meaning.value[0] - item.value[0] - 1
            items = (*state.items[:depth], meaning)
            following = replace(state, items=items, last="item", inside=inside)
            reason = "continues the list" if not missing else "continues the list with a gap"
            cost = shape + (4.0 + missing if missing else 0.0)
            yield Reading("item", cost, following, reason, not missing, missing)
    first = meaning.value == (1,)
    last = state.paragraph
    if like_paragraph and not first and last is not None and _is_next(last, meaning.value):
        return  # the paragraphs' own count goes on
    # A title of a draft ends no sentence either, and what it stands over is no list.
    announced = chunk.follows_colon if like_paragraph and inside else _announced(chunk)
    reason = "opens a list that the text before it announces" if announced else "opens a list"
    cost = shape + ((1.0 if announced else 3.0) if first else 8.0)
    if like_paragraph and inside:
        cost += 0.4 if first else 6.0
    if any(item.style == meaning.style for item in state.items):
        cost += 4.0
    if like_paragraph and chunk.follows_preamble:
        cost += 4.0
    if chunk.wrapped:
        cost += 3.0  # "comprising: (a) …; (b) …" within the sentence
    items = (*state.items, meaning)
    following = replace(state, items=items, last="item", inside=inside)
    yield Reading("item", cost, following, reason, first, 0 if first else meaning.value[0] - 1)


def _is_next(last: Value, value: Value) -> bool:
    """Tell whether a number follows another at its level."""
    return value == (*last[:-1], last[-1] + 1)


def _announced(chunk: Chunk) -> bool:
    """Tell whether the text before ends with a colon, or in the middle of a sentence."""
    return chunk.follows_colon or not chunk.follows_full_stop
