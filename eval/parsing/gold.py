"""Reads the files of gold labels: what a file's paragraphs are called and say."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from eval.parsing.errors import GoldError

BUDGET = Path("budget-reports")
REVIEW = Path("upr-reports")
MIXED = Path("un-reports-2025")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GoldUnit:
    """One numbered paragraph or recommendation.

    Attributes:
        label: As printed, without a full stop at its end.
        text: Its words, without its number.
        heading: The heading over it; empty where the file does not say.
    """

    label: str
    text: str
    heading: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether its words are those of its own heading: then it is one, and no paragraph."""
        words = "".join(self.text.split())
        return bool(words) and words == "".join(self.heading.partition(" ")[2].split())


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the mixed download, as its manifest has it.

    Attributes:
        file: Its name.
        kind: ``numbered``, ``resolution``, ``scan-or-no-text`` and the like.
        language: ISO 639-1 code; ``?`` where it has no words to tell it by.
        run: How far one comes in it counting 1, 2, 3 … at the beginnings of lines.
    """

    file: str
    kind: str
    language: str
    run: int

    @property
    def is_numbered(self) -> bool:
        """Whether its paragraphs are numbered."""
        return self.kind.startswith("numbered")

    @property
    def is_citable(self) -> bool:
        """Whether it holds English text, the language that Pincite's models are for."""
        return self.language == "en"


def read_budget_gold(data: Path) -> dict[str, tuple[GoldUnit, ...]]:
    """Return the labelled paragraphs of each budget report, by its path without an ending.

    Raises:
        GoldError: The file is missing or not in its format.
    """
    return _grouped(
        data / BUDGET / "gold_paragraphs.jsonl",
        lambda row: (row["file"], GoldUnit(row["label"], row["text"], row["heading"])),
    )


def read_review_gold(data: Path) -> dict[str, tuple[GoldUnit, ...]]:
    """Return the recommendations of each review report, by its name without an ending.

    Raises:
        GoldError: The file is missing or not in its format.
    """
    return _grouped(
        data / REVIEW / "gold_recommendations.jsonl",
        lambda row: (Path(row["file"]).stem, GoldUnit(row["para"].rstrip("."), row["text"])),
    )


def read_manifest(data: Path) -> tuple[Listed, ...]:
    """Return the files of the mixed download.

    Raises:
        GoldError: The manifest is missing or not in its format.
    """
    path = data / MIXED / "manifest.tsv"

    def listed(row: Mapping[str, str]) -> Listed:
        return Listed(row["file"], row["kind"], row["lang"], int(row["consecutive_paras"]))

    rows = csv.DictReader(_read(path).splitlines(), delimiter="\t")
    return tuple(_each(path, rows, listed))


def _grouped(
    path: Path, read: Callable[[Mapping[str, str]], tuple[str, GoldUnit]]
) -> dict[str, tuple[GoldUnit, ...]]:
    found: dict[str, list[GoldUnit]] = defaultdict(list)
    lines = [line for line in _read(path).splitlines() if line.strip()]
    for file, unit in _each(path, lines, lambda line: read(json.loads(line))):
        found[file].append(unit)
    return {file: tuple(units) for file, units in sorted(found.items())}


S = TypeVar("S")


def _each(path: Path, rows: Iterable[S], read: Callable[[S], T]) -> Iterable[T]:
    for number, row in enumerate(rows, start=1):
        try:
            yield read(row)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise GoldError(
                f"Row {number} of {path} is not as it should be ({type(error).__name__}: {error}). "
                "Take the file as it came."
            ) from None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise GoldError(
            f"Cannot read {path}: {reason}. Name the folder of gold files: --data FOLDER"
        ) from None
