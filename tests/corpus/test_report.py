"""The shipped report: both renditions, all units, every trap that is really there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from corpus.documents import read_rendition, shipped_report, shipped_report_path, typographic_key
from corpus.types import Parse

RENDITIONS = ("000_86014599b6f92a05.txt", "001_2cbf1dbb8a6a12e8.txt")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi")


def expected_labels() -> list[str]:
    """98 paragraphs, 11 + 10 sub-paragraphs, 3 + 6 roman ones, 8 + 2 items, 8 rows: 146."""
    inside = {
        50: [f"50({c})" for c in "abcdefghijk"],
        51: [
            *(f"51({c})" for c in "abcdefghi"),
            *(f"51(i)({r})" for r in ROMAN[:3]),
            "51(j)",
            *(f"51(j)({r})" for r in ROMAN),
        ],
        55: ["55(1)", "55(1)(a)", "55(1)(b)", *(f"55({n})" for n in range(2, 9))],
    }
    numbered = [label for n in range(1, 99) for label in (str(n), *inside.get(n, []))]
    rows = [f"annex:CTOC/COP/WG.4/2011/{n}" for n in range(1, 8)]
    return [*numbered, *rows, "annex:CTOC/COP/WG.4/2011/L.1 and Add.1-5"]


@pytest.fixture(scope="module", params=RENDITIONS)
def reading(request: pytest.FixtureRequest) -> Parse:
    return read_rendition(shipped_report_path().parent / request.param)[1]


@pytest.fixture(scope="module")
def both() -> tuple[Parse, Parse]:
    folder = shipped_report_path().parent
    return read_rendition(folder / RENDITIONS[0])[1], read_rendition(folder / RENDITIONS[1])[1]


def test_either_rendition_has_the_146_units_in_order(reading: Parse) -> None:
    assert [unit.label for unit in reading.units] == expected_labels()
    assert len(reading.units) == 146


def test_either_rendition_is_read_whole_and_without_problems(reading: Parse) -> None:
    assert reading.coverage == 1.0
    assert reading.problems == ()


def test_offsets_and_token_counts_hold_in_either_rendition(reading: Parse) -> None:
    for unit in reading.units:
        assert reading.text[unit.start : unit.end] == unit.text
        assert 0 < unit.tokens < len(unit.text)
    # The paragraph that lists 60-odd States is by far the longest.
    assert max(reading.units, key=lambda u: u.tokens).label == "56"


def test_both_renditions_give_the_same_units(both: tuple[Parse, Parse]) -> None:
    clean, raw = both
    for ours, theirs in zip(clean.units, raw.units, strict=True):
        assert ours.label == theirs.label
        assert typographic_key(ours.text) == typographic_key(theirs.text), ours.label
        assert typographic_key(ours.lead_in) == typographic_key(theirs.lead_in), ours.label
        assert ours.heading_path == theirs.heading_path, ours.label
        assert (ours.kind, ours.parent) == (theirs.kind, theirs.parent)


def test_the_traps_of_the_raw_rendition(both: tuple[Parse, Parse]) -> None:
    raw = both[1]
    units = {unit.label: unit for unit in raw.units}
    # Page furniture in the middle of paragraph 14.
    assert "recognizing that those concepts may vary from country" in units["14"].text
    assert {(f.kind, f.text) for f in raw.furniture} >= {
        ("running header", "V.11-87115 3"),
        ("running header", "CTOC/COP/WG.4/2011/8"),
    }
    # A heading with the number 5 stands before paragraph 46, wrapped ones over two lines.
    assert units["46"].heading_path[-1] == "5. Proposed areas for future work"
    assert (
        units["14"].heading_path[-1].endswith("in article 3 of the Trafficking in Persons Protocol")
    )
    assert units["51(j)(iii)"].text == (
        "Lost income and wages due according to national law and regulations regarding wages;"
    )
    assert units["51(j)(iii)"].lead_in.startswith(
        "51. The Working Group endorsed, as orally amended"
    )
    assert units["51(j)(iii)"].lead_in.endswith("may include payment for or towards:")


def test_the_two_renditions_are_one_document() -> None:
    document = shipped_report()
    assert document.symbol == "CTOC/COP/WG.4/2011/8"
    assert [r.file for r in document.renditions] == list(RENDITIONS)
    assert document.problems == ()
    metadata = document.metadata
    assert (metadata.place, metadata.distribution, metadata.language) == ("Vienna", "Limited", "en")
    assert (metadata.meeting_start, metadata.meeting_end) == ("2011-10-10", "2011-10-12")


def strings_in_code(folder: Path) -> list[str]:
    """Every string of the code in lower case, docstrings (which show examples) left out."""
    found = []
    for file in folder.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        found += [
            node.value.lower()
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in alone
        ]
    return found


def test_no_code_knows_the_reports_words() -> None:
    # Any three words in a row of the report, function words aside; none may stand in the code.
    report = shipped_report()
    runs = set()
    for unit in report.units:
        split = unit.text.lower().replace(",", "").split()
        for three in zip(split, split[1:], split[2:], strict=False):
            if sum(len(word) > 4 for word in three) >= 2:
                runs.add(" ".join(three))
    code = "\n".join(strings_in_code(Path(__file__).parents[2] / "corpus"))
    assert sorted(run for run in runs if run in code) == []
