"""Labels -> references in the form of UN editorial practice: ``para. 51 (j) (iii)``.

`corpus.references.parse_reference` is the inverse: it gives back exactly the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from corpus.errors import ReferenceSyntaxError
from corpus.labels import LATIN, Label, Part, is_annex, number_key, split_label, step_values
from corpus.references import parse_reference
from corpus.types import Located, Unit

_STEP = re.compile(rf"(?P<body>\(?[^(]+?)(?P<latin>{'|'.join(LATIN)})(?P<close>\)?)")
_MARKS = frozenset('“”"')
_LEAST_RANGE = 3  # "paras. 6 and 7", "paras. 6–8"


def display(label: str) -> str:
    """Return the reference to a label, e.g. ``para. 51 (j) (iii)``, ``annex, CTOC/…/3``."""
    taken = split_label(label)
    if taken.steps:
        return _introduced(taken.division, _spaced(taken.steps), plural=False)
    if not taken.division:
        return _quoted(label)
    division = taken.division if is_annex(taken.division) else _quoted(taken.division)
    plain = f"{division}, {taken.cell}"
    # A quotation mark by itself would pair with one further on in a list.
    safe = not _MARKS & set(taken.cell) and _reads_as(plain, label)
    return plain if safe else f"{division}, {_quoted(taken.cell)}"


def display_many(labels: Iterable[str]) -> str:
    """Return one reference to several labels: ``paras. 6–8 and 51 (a)``.

    Divisions stand in the order in which they first occur, separated by semicolons; paragraphs of
    one division stand in numerical order, each once, three or more in a row as a range. Of no
    labels, an empty string.
    """
    return "; ".join(_divisions(labels))


def display_range(first: str, last: str) -> str:
    """Return the reference to a range: ``paras. 6–13``, ``para. 51 (a)–(d)``."""
    one, other = split_label(first), split_label(last)
    if not (one.steps and other.steps) or one.division != other.division:
        return f"{display(first)} to {display(last)}"
    below = len(one.steps) > 1 and one.steps[:-1] == other.steps[:-1]
    end = _spaced(other.steps[-1:] if below else other.steps)
    return _introduced(one.division, f"{_spaced(one.steps)}–{end}", plural=not below)


def cite(symbol: str, label: str) -> str:
    """Return the full reference: ``CTOC/COP/WG.4/2011/8, para. 51 (j) (iii)``."""
    return f"{symbol}, {display(label)}"


def cite_many(places: Iterable[Located]) -> str:
    """Return one full reference to several units: ``A/80/66, paras. 6, 9 and 51 (a)``.

    Paragraphs of one division are joined as in `display_many`. Of several documents, each piece
    between semicolons carries its own symbol, so that none can be read as the next document's;
    documents stand in the order in which they first occur. Unnumbered text has its page behind
    it, ``unnumbered paras. 1–3 (pp. 2 and 3)``: the number is Pincite's, the page is printed.
    """
    units: dict[str, list[Unit]] = {}
    for place in places:
        units.setdefault(place.document, []).append(place.unit)
    pieces = {symbol: _places(found) for symbol, found in units.items()}
    if len(pieces) == 1:
        return "".join(f"{symbol}, {'; '.join(found)}" for symbol, found in pieces.items())
    return "; ".join(f"{symbol}, {piece}" for symbol, found in pieces.items() for piece in found)


def display_places(units: Iterable[Unit]) -> str:
    """Return one reference to units of a document without its symbol, as `cite_many` has it."""
    return "; ".join(_places(units))


def join_words(items: Sequence[str]) -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``; of nothing, an empty string."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def first_few(names: Sequence[str], most: int) -> str:
    """Return the first names, and how many more there are: ``a, b and 3 more``."""
    shown, more = ", ".join(names[:most]), len(names) - most
    return f"{shown} and {more} more" if more > 0 else shown


def join_steps(steps: Sequence[str]) -> str:
    """Return sub-labels in the order given, three or more in a row as a range: ``(a)–(j)``."""
    return join_words(_ranges([(step,) for step in steps]))


def _divisions(labels: Iterable[str], pages: Mapping[str, int] | None = None) -> list[str]:
    """Return the joined reference to each division's paragraphs, and to each row.

    Args:
        labels: Each counts once.
        pages: The page of each label that stands with its page; they share their division.
    """
    groups: dict[str, list[Label]] = {}
    for label in dict.fromkeys(labels):
        taken = split_label(label)
        groups.setdefault(taken.division if taken.steps else f"\0{label}", []).append(taken)
    return [
        (_paragraphs(group) if group[0].steps else display(group[0].text))
        + _on_pages({pages[one.text] for one in group if pages and one.text in pages})
        for group in groups.values()
    ]


def _places(units: Iterable[Unit]) -> list[str]:
    """Return the joined references, with pages for text that the document does not number."""
    found = {unit.label: unit for unit in units}
    pages = {
        label: unit.page
        for label, unit in found.items()
        if unit.kind == "text" and unit.page is not None
    }
    return _divisions(found, pages)


def _on_pages(pages: Iterable[int]) -> str:
    """Return `` (pp. 2 and 3)``; of no page, an empty string."""
    numbers = [(str(page),) for page in sorted(pages)]
    word = "p." if len(numbers) == 1 else "pp."
    return f" ({word} {join_words(_ranges(numbers))})" if numbers else ""


def _introduced(division: str, places: str, *, plural: bool) -> str:
    word = "paras." if plural else "para."
    if not division:
        return f"{word} {places}"
    if division == "p":
        return f"unnumbered {word} {places}"
    if division == "intro":
        return f"introductory text, {word} {places}"
    name = division.removesuffix(" intro")
    introductory = ", introductory text" if name != division else ""
    shown = name if is_annex(name) else _quoted(name)
    return f"{shown}{introductory}, {word} {places}"


def _spaced(steps: Sequence[str]) -> str:
    return " ".join(_spaced_step(step) for step in steps)


def _spaced_step(step: str) -> str:
    """``12bis#2`` -> ``12 bis [2nd]``."""
    body, _, again = step.partition("#")
    match = _STEP.fullmatch(body)
    shown = "".join([match["body"], " ", match["latin"], match["close"]]) if match else body
    return f"{shown} [{_ordinal(int(again))}]" if again else shown


def _ordinal(n: int) -> str:
    ending = "th" if n % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _quoted(words: str) -> str:
    return f"“{words.replace('”', '””')}”"


def _reads_as(text: str, label: str) -> bool:
    try:
        reference = parse_reference(text)
    except ReferenceSyntaxError:
        return False
    return reference.document is None and reference.parts == (Part(label),)


def _paragraphs(group: Sequence[Label]) -> str:
    """Return one division's paragraphs, sorted and joined."""
    division = group[0].division
    steps = _sorted([label.steps for label in group])
    if len(steps) > 1 and _under_one_paragraph(steps):
        above = _spaced(steps[0][:-1])
        below = join_words(_ranges([s[-1:] for s in steps]))
        return _introduced(division, f"{above} {below}", plural=False)
    return _introduced(division, join_words(_ranges(steps)), plural=len(steps) > 1)


def _under_one_paragraph(steps: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether all are sub-labels of one sequence, as in ``para. 50 (a) and (c)``."""
    first = steps[0]
    shared = set(step_values(first[-1]))
    for other in steps:
        shared &= set(step_values(other[-1]))
    return len(first) > 1 and bool(shared) and all(s[:-1] == first[:-1] for s in steps)


def _ranges(steps: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the places in order, with runs of three or more as ranges."""
    shown: list[str] = []
    at = 0
    while at < len(steps):
        kinds = {"letter", "roman", "number", "paragraph"}
        end = at
        while end + 1 < len(steps) and (shared := kinds & _follows(steps[end], steps[end + 1])):
            kinds, end = shared, end + 1
        if end - at + 1 >= _LEAST_RANGE:
            shown.append(f"{_spaced(steps[at])}–{_spaced(steps[end][-1:])}")
            at = end + 1
        else:
            shown.append(_spaced(steps[at]))
            at += 1
    return shown


def _follows(one: tuple[str, ...], other: tuple[str, ...]) -> set[str]:
    """Return the sequences in which `other` comes directly behind `one`, under the same steps."""
    if one[:-1] != other[:-1] or "#" in one[-1] + other[-1]:
        return set()
    if one[-1].startswith("("):
        values, following = step_values(one[-1]), step_values(other[-1])
        return {k for k in values if following.get(k) == values[k] + 1}
    if len(one) > 1 or other[-1].startswith("("):
        return set()
    (digits, latin, _), (others, other_latin, _) = number_key(one[0]), number_key(other[0])
    next_one = (*digits[:-1], digits[-1] + 1)
    plain = one[0].rpartition(".")[0] == other[0].rpartition(".")[0]
    return {"paragraph"} if plain and others == next_one and not latin + other_latin else set()


def _sorted(all_steps: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return places in numerical order; a list with ``(ii)`` in it is one of roman numbers."""
    roman = {
        steps[:level]
        for steps in all_steps
        for level in range(1, len(steps))
        if "letter" not in step_values(steps[level])
    }

    def key(steps: tuple[str, ...]) -> tuple[object, ...]:
        keys: list[object] = [number_key(steps[0])]
        for level, step in enumerate(steps[1:], start=1):
            values = step_values(step)
            order = ("roman", "letter") if steps[:level] in roman else ("letter", "roman")
            known = [values[k] for k in ("number", *order) if k in values]
            again = int(step.partition("#")[2] or 1)
            keys.append((known[0] if known else 1000, step.partition("#")[0], again))
        return tuple(keys)

    return sorted(all_steps, key=key)
