"""The parse evaluation end to end: on files made here, and on a sample of the real ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.readers import source_from_text
from corpus.structure.parse import parse
from eval.__main__ import main
from eval.parsing.errors import GoldError
from eval.parsing.evaluate import SETS, evaluate
from eval.parsing.gold import GoldUnit, Listed, read_budget_gold, read_manifest, read_review_gold
from eval.parsing.reading import extract_bare
from eval.parsing.results import missed
from eval.parsing.twins import compare
from eval.parsing.types import Count, SetName
from tests.support.docx_files import make_docx
from tests.support.pdf_files import Text, make_pdf
from tests.support.written import write

REAL = Path(__file__).parents[3] / "shared" / "data"
SAID = ("Apples were picked in September.", "Pears ripened early.", "Nobody has eaten them.")
COLUMNS = ("file", "kind", "lang", "pages", "words", "consecutive_paras")


def lines(*rows: Mapping[str, object]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def pdf(*paragraphs: str) -> bytes:
    return make_pdf([[Text(100, 100 + 30 * at, words) for at, words in enumerate(paragraphs)]])


def docx(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    return make_docx(body)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder like that of the gold files, a document in each set and a scan beside it."""
    folder = tmp_path / "data"
    numbered = [f"{n}. {words}" for n, words in enumerate(SAID, start=1)]
    gold = [
        {"file": "x/B_1", "label": str(n), "heading": "I. Fruit", "text": words}
        for n, words in enumerate(SAID, start=1)
    ]
    write(folder / "budget-reports/gold_paragraphs.jsonl", lines(*gold))
    # The PDF lacks the last paragraph.
    write(folder / "budget-reports/x/B_1.pdf", pdf(*numbered[:2]))
    write(folder / "budget-reports/x/B_1.docx", docx(*numbered))
    rows = [
        {"file": "eden2011.pdf", "para": "7.1.", "text": "Plant pears (Chad);"},
        {"file": "eden2011.pdf", "para": "7.2.", "text": "Lend the spade (Peru);"},
    ]
    write(folder / "upr-reports/gold_recommendations.jsonl", lines(*rows))
    said = ("7. They agreed:", "7.1. Plant pears (Chad);", "7.2. Lend the spade (Peru);")
    write(folder / "upr-reports/pdf/eden2011.pdf", pdf(*said))
    write(folder / "upr-reports/txt_macroman/eden2011.txt", "\r\r".join(said))
    manifest = (("one.pdf", "numbered-short", "en", "1", "9", "3"),
                ("two.pdf", "scan-or-no-text", "?", "1", "0", "0"))  # fmt: skip
    table = "".join("\t".join(row) + "\n" for row in (COLUMNS, *manifest))
    write(folder / "un-reports-2025/manifest.tsv", table)
    write(folder / "un-reports-2025/pdf/one.pdf", pdf(*numbered))
    write(folder / "un-reports-2025/pdf/two.pdf", make_pdf([[]]))
    return folder


def test_gold_files_are_read(data: Path) -> None:
    assert read_budget_gold(data)["x/B_1"][1] == GoldUnit("2", SAID[1], "I. Fruit")
    assert read_review_gold(data) == {
        "eden2011": (
            GoldUnit("7.1", "Plant pears (Chad);"),
            GoldUnit("7.2", "Lend the spade (Peru);"),
        )
    }
    assert read_manifest(data) == (
        Listed("one.pdf", "numbered-short", "en", 3),
        Listed("two.pdf", "scan-or-no-text", "?", 0),
    )


def test_every_set_is_counted(data: Path) -> None:
    told: list[tuple[str, int, int]] = []
    scores = evaluate(list(SETS), data, None, lambda *step: told.append(step))
    totals = {(score.name, m.name): score.total(m) for score in scores for m in score.measures}
    assert totals["budget", "label and text right, DOCX"] == Count(3, 3)
    assert totals["budget", "label and text right, PDF"] == Count(2, 3)
    assert totals["twins", "number and words the same in both"] == Count(2, 3)
    assert totals["twins", "number printed right before its words"] == Count(2, 3)
    assert totals["review", "label and text right, PDF"] == Count(2, 2)
    assert totals["review", "label right, MacRoman"] == Count(2, 2)
    assert totals["mixed", "read, or refused with a reason"] == Count(2, 2)
    assert totals["mixed", "not citable: flagged or refused"] == Count(1, 1)
    assert totals["mixed", "numbered: run 1 … N reached"] == Count(1, 1)
    assert totals["report", "labels in both renditions"] == Count(146, 146)
    assert ("Mixed download", 2, 2) in told
    findings = [f for score in scores for file in score.files for f in file.findings]
    assert [(f.kind, f.label) for f in findings] == [
        ("missing label", "3"),
        ("in the DOCX alone", "3"),
        ("not printed so", "3"),
        ("flag", "short"),
        ("refused", ""),
    ]


def test_the_command_writes_tables_and_fails_on_a_missed_target(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out"
    command = ["parse", "--data", str(data), "--output", str(output), "--set", "budget"]
    assert main(command) == 1
    out, err = capsys.readouterr()
    assert "budget: missing label (1)" in out
    assert "Missed: Budget reports: label and text right, PDF is 2 of 3" in err
    record = json.loads((output / "results.json").read_text(encoding="utf-8"))
    assert list(record["sets"]) == ["budget"]
    assert record["timings"]["seconds_a_page"]["pages"] == 1
    assert "| label and text right, PDF | 2 | 3 | 66.67 % |" in (output / "tables.md").read_text(
        encoding="utf-8"
    )
    assert main([*command[:-1], "report", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["missed"] == []


def test_an_unknown_set_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--set", "novels"]) == 2
    assert "no set novels" in capsys.readouterr().err


def test_a_missing_folder_is_named_with_what_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", "--data", str(tmp_path), "--output", str(tmp_path / "out")]) == 1
    assert "--data FOLDER" in capsys.readouterr().err


@pytest.mark.parametrize("row", ["no JSON", "[1]", '{"file": "a"}', '{"file": 1, "para": 2}'])
def test_a_faulty_row_is_a_stated_error(row: str, data: Path) -> None:
    write(data / "upr-reports/gold_recommendations.jsonl", row + "\n")
    with pytest.raises(GoldError, match=r"Row 1 of .*gold_recommendations\.jsonl is not"):
        read_review_gold(data)


def test_twins_are_told_apart_by_words_and_by_names_of_rows() -> None:
    ours = parse(source_from_text("1. Apples.\n\n2. Pears were ripe."))
    theirs = parse(source_from_text("1. Apples.\n\n2. Plums were not."))
    counts, findings = compare(ours.units, theirs.units)
    assert counts["number and words the same in both"] == Count(1, 2)
    assert [(f.kind, f.label) for f in findings] == [("other words", "2")]
    rows = [replace(unit, kind="row") for unit in ours.units]
    counts, _ = compare(rows, theirs.units)
    assert counts["names of rows and notes in both"] == Count(0, 2)


def test_bare_extraction_gives_all_characters() -> None:
    assert extract_bare(pdf("Apples.")) == len("Apples.")


@pytest.mark.parametrize(
    ("name", "documents"), [("budget", 2), ("twins", 2), ("review", 6), ("mixed", 6)]
)
def test_targets_hold_on_a_sample_of_the_real_files(name: SetName, documents: int) -> None:
    """`make eval-parse` measures all of them."""
    if not REAL.is_dir():
        pytest.skip(f"the gold files are not here: {REAL}")
    (score,) = evaluate([name], REAL, documents, lambda *_: None)
    assert missed([score]) == []
    # Each measure with a target has been taken.
    targets = [m for m in score.measures if m.at_least is not None]
    assert [m.name for m in targets if not score.total(m).of] == []
