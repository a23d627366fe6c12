"""Gold files made from documents that others have labelled, on small ones made here."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.parsing.derive import Derived, derive_mixed, derive_reviews, hash_files
from eval.parsing.errors import GoldError
from eval.parsing.gold import Listed, read_manifest, read_review_gold
from tests.support.pdf_files import Text, make_pdf
from tests.support.written import write

LATER = "Ratify the Convention on the rights of all who pick apples in the autumn (Chad);"
OLDER = "Consider withdrawing the reservations to the treaty on pears and quinces (Peru);"
OTHER = "Invite the rapporteur on orchards to visit the country at any time of year (Mali);"
OLDER_REPORT = (
    "96. The recommendations listed below enjoy its support:",
    *(f"{n}. Plant more trees of the kind that was shown to the delegation;" for n in (1, 2, 3)),
    f"4. {OLDER}",
    "97. All of them reflect the position of those who made them.",
)


def pdf(*paragraphs: str) -> bytes:
    return make_pdf([[Text(60, 100 + 30 * at, words) for at, words in enumerate(paragraphs)]])


def silent(stage: str, done: int, total: int) -> None:
    assert stage
    assert 0 <= done <= total


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a folder laid out like that of the coders: two reports, a table with CR line ends."""
    folder = tmp_path / "uprs"
    data = folder / "v.1/Data"
    write(data / "raw-data/pdfs/eden2011.pdf", pdf("7. Listed below:", f"7.1 {LATER}"))
    write(data / "raw-data/pdfs/cote-divoire2009.pdf", pdf(*OLDER_REPORT))
    write(data / "raw-data/txts/eden2011.txt", f"7. Listed below:\r7.1 {LATER}\r")
    rows = [
        f'"7.1 {LATER}",Eden,consider,Chad,2011',
        f'"7.2 {OTHER}",Eden,consider,Mali,2011',
        f'"7.1 {LATER}",Nowhere,consider,Chad,2011',
    ]
    write(data / "year-csvs/2011data.csv", "\r".join(["text,to,decision,From,year", *rows]))
    older = ["text,to,decision,From,year", f'"96.4 {OLDER}",Côte d’Ivoire,consider,Peru,2009']
    write(data / "year-csvs/2009data.csv", "\n".join(older))
    return folder


def test_recommendations_are_taken_where_the_pdf_has_them_under_their_number(
    checkout: Path, tmp_path: Path
) -> None:
    made = derive_reviews(checkout, tmp_path / "out", frozenset(), silent)
    assert made == Derived(files=2, rows=2, left_out=1)
    gold = read_review_gold(tmp_path / "out")
    assert [(unit.label, unit.text) for unit in gold["eden2011"]] == [("7.1", LATER)]
    assert [(unit.label, unit.text) for unit in gold["cotedivoire2009"]] == [("96(4)", OLDER)]
    copies = sorted(path.name for path in (tmp_path / "out").rglob("*.*"))
    assert copies == [
        "cotedivoire2009.pdf",
        "eden2011.pdf",
        "eden2011.txt",
        "gold_recommendations.jsonl",
    ]


def test_files_that_are_known_are_left_out(checkout: Path, tmp_path: Path) -> None:
    eden = next(checkout.rglob("eden2011.pdf"))
    write(tmp_path / "seen/other-name.pdf", eden.read_bytes())
    known = hash_files(tmp_path / "seen")
    assert known == {hashlib.sha256(eden.read_bytes()).hexdigest()}
    assert derive_reviews(checkout, tmp_path / "out", known, silent).files == 1


def test_a_manifest_counts_the_numbers_at_the_beginnings_of_lines(tmp_path: Path) -> None:
    words = "The Board took note of the report and of the state of the orchards in it."
    write(tmp_path / "in/a.pdf", pdf(*(f"{n}. {words}" for n in range(1, 7)), f"9. {words}"))
    write(tmp_path / "in/deep/A.PDF", pdf("Une page."))
    write(tmp_path / "in/twice.pdf", (tmp_path / "in/a.pdf").read_bytes())
    write(tmp_path / "in/broken.pdf", b"%PDF-1.4 and no more")
    made = derive_mixed(tmp_path / "in", tmp_path / "out", frozenset(), silent)
    assert made == Derived(files=3, rows=3, left_out=1)
    assert set(read_manifest(tmp_path / "out")) == {
        Listed("a.pdf", "numbered-short", "en", 6),
        Listed("A.PDF", "scan-or-no-text", "?", 0),
        Listed("broken.pdf", "scan-or-no-text", "?", 0),
    }


def test_the_command_makes_what_the_parse_evaluation_reads(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["parse-gold", "--reviews", str(checkout), "--output", str(out)]) == 0
    assert "Review reports: 2 rows of 2 files, 1 left out" in capsys.readouterr().err
    command = ["parse", "--data", str(out), "--set", "review", "--json", "--quiet"]
    main([*command, "--output", str(tmp_path / "results")])
    measures = json.loads(capsys.readouterr().out)["sets"]["review"]["measures"]
    assert (measures[0]["n"], measures[0]["of"]) == (2, 2)


def test_what_holds_nothing_of_the_kind_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(GoldError, match="holds no coded review reports"):
        derive_reviews(tmp_path, tmp_path / "out", frozenset(), silent)
    with pytest.raises(GoldError, match="There is no PDF"):
        derive_mixed(tmp_path, tmp_path / "out", frozenset(), silent)
    with pytest.raises(GoldError, match="There is no folder"):
        hash_files(tmp_path / "nowhere")
    write(tmp_path / "file", "in the way")
    blocked = ["parse-gold", "--mixed", str(tmp_path), "--output", str(tmp_path / "file/out")]
    assert main(blocked) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert main(["parse-gold", "--output", str(tmp_path / "out")]) == 2
    assert "--reviews or --mixed" in capsys.readouterr().err
