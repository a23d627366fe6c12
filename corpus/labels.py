"""The inner grammar of a canonical label, and the parts a reference is made of.

A label is a division and a place in it. The division is empty (the numbered body), an annex
(``annex I``), a part with numbers of its own (``part two``), ``intro``, ``p`` or a heading; the
place is a number with its sub-labels (``51(j)(iii)``) or the first cell of a table row.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.structure.markers import PART_NUMBERS, letter_value, roman_value

LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
MAX_DEPTH = 8  # sub-labels below a number; real documents use at most four

_LATIN = "|".join(LATIN)
_OCCURRENCE = r"(?:#[1-9][0-9]{0,3})?"
_NUMBER = r"[0-9]{1,6}(?:\.(?:[IVXLC]{1,6}\.)?[0-9]{1,6}){0,8}"
_STEP = rf"\((?:[a-z]{{1,12}}|[0-9]{{1,4}}(?:{_LATIN})?)\){_OCCURRENCE}"
_STEPS = re.compile(rf"{_NUMBER}(?:{_LATIN})?{_OCCURRENCE}(?:{_STEP}){{0,{MAX_DEPTH}}}")
_PIECES = re.compile(rf"{_STEP}|[^()]+")
_NUMBER_ALONE = re.compile(_NUMBER)
_NUMBER_PIECES = re.compile(
    rf"(?P<number>{_NUMBER})(?P<latin>{_LATIN})?(?:#(?P<occurrence>[0-9]+))?"
)
_ANNEX = re.compile(
    r"(?:annex|appendix|attachment|enclosure|schedule|annexe|anexo)"
    r"(?: (?:[IVXLCivxlc]{1,6}|[A-Za-z]|[0-9]{1,3}))?"
    rf"|part (?:{'|'.join(PART_NUMBERS)}|[IVXLCivxlc]{{1,6}}|[A-Za-z]|[0-9]{{1,3}})"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A canonical label, taken apart; either `steps` or `cell` is filled.

    Attributes:
        division: ``""`` for the numbered body, else ``annex I``, ``part two``, ``intro``, ``p``,
            a heading.
        steps: The number and its sub-labels as in the label: ``("51", "(j)", "(iii)")``.
        cell: The first cell of a table row; the whole label where it has no known form.
    """

    division: str
    steps: tuple[str, ...] = ()
    cell: str = ""

    @property
    def text(self) -> str:
        """The label itself."""
        place = "".join(self.steps) or self.cell
        return f"{self.division}:{place}" if self.division else place


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a reference.

    Attributes:
        first: A label; the annex's name (``annex``, ``annex I``) where `whole_annex`.
        last: The last label of a range, both ends included; None for a single label.
        whole_annex: All that stands in the annex.
    """

    first: str
    last: str | None = None
    whole_annex: bool = False


def is_number(text: str) -> bool:
    """Tell whether the text is the number of a paragraph: ``25``, ``131.12``."""
    return _NUMBER_ALONE.fullmatch(text) is not None


def is_annex(division: str) -> bool:
    """Tell whether a division is an annex or the like: ``annex``, ``appendix 2``, ``part two``."""
    return _ANNEX.fullmatch(division) is not None


def split_label(label: str) -> Label:
    """Take a label apart; ``split_label(label).text == label`` for every label."""
    division, colon, place = label.rpartition(":")
    if (division or not colon) and _STEPS.fullmatch(place):
        return Label(division, tuple(_PIECES.findall(place)))
    division, _, cell = label.partition(":")
    if division.strip() and cell.strip():
        return Label(division, cell=cell)
    return Label("", cell=label)


def fold_label(label: str) -> str:
    """Return what two labels share that only write the same in another way.

    They may differ in case, white space, an annex's language, or how a part's number is written.
    """
    folded = " ".join(unicodedata.normalize("NFC", label).split()).casefold()
    folded = re.sub(r"\A(?:annexe|anexo)\b", "annex", folded)
    return re.sub(r"\Apart (\w+)", lambda part: f"part {_part_value(part[1])}", folded)


def _part_value(number: str) -> str:
    if number in PART_NUMBERS:
        return str(PART_NUMBERS.index(number) + 1)
    roman = roman_value(number) if set(number) <= set("ivx") else None
    return number if roman is None else str(roman)


def number_key(step: str) -> tuple[tuple[int, ...], int, int]:
    """Return the sort key of a number: ``131.12bis#2`` stands behind ``131.12``."""
    match = _NUMBER_PIECES.fullmatch(step)
    if match is None:
        raise ValueError(f"{step!r} is not the number of a paragraph")
    pieces = match["number"].split(".")
    digits = tuple(int(p) if p.isdigit() else roman_value(p) or 0 for p in pieces)
    latin = LATIN.index(match["latin"]) + 1 if match["latin"] else 0
    return digits, latin, int(match["occurrence"] or 1)


def step_values(step: str) -> dict[str, int]:
    """Return the place of a sub-label in each sequence it can belong to.

    ``(i)`` is 1 as a roman number and 9 as a letter; ``(2)`` is 2 as a number.
    """
    body = step.partition("#")[0].strip("()")
    if body.isdigit():
        return {"number": int(body)}
    values = {}
    letter = letter_value(body)
    if letter is not None:
        values["letter"] = letter
    if set(body.lower()) <= set("ivxl"):
        roman = roman_value(body)
        if roman is not None:
            values["roman"] = roman
    return values
