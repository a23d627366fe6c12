"""`pincite library` and `pincite remove`: what there is, what goes, and moving all of it."""

from __future__ import annotations

import json
import zipfile
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from assistant.library_json import index_json
from assistant.library_report import index_lines, print_holdings
from corpus.types import Problem
from embeddings.build import BuildReport, build_library
from embeddings.holdings import HeldFile, Holding
from embeddings.indexing import FileReport, Files, IndexReport
from embeddings.models import DEFAULT_MODEL
from tests.support.small_library import WordEncoder, garden

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library of G/1 and G/2, made with an encoder that no command can open."""
    made = tmp_path / "home"
    documents = [garden("G/1"), garden("G/2", "1. Plums by the wall.\n")]
    build_library(made, documents, "words", lambda *_: None, encoder=WordEncoder())
    return made


def listed(run_pincite: Run, home: Path) -> list[str]:
    done = run_pincite("library", "--json", home=home)
    assert done.returncode == 0, done.stderr
    return [document["document"] for document in json.loads(done.stdout)["documents"]]


def test_it_lists_documents_with_title_and_units(run_pincite: Run, home: Path) -> None:
    done = run_pincite("library", home=home)
    assert done.returncode == 0, done.stderr
    rows = [" ".join(line.split()) for line in done.stdout.splitlines()]
    # Paragraphs 1 to 4 and (a) and (b) under 2; nothing is known of dates and pages.
    assert rows[:2] == ["symbol units title", "G/1 6 Report on the garden"]
    assert rows[2].startswith("G/2 ")
    assert rows[3:] == ["2 documents, 7 units", f"Library: {home}"]


def test_as_json_a_document_has_all_that_is_known_of_it(run_pincite: Run, home: Path) -> None:
    held = json.loads(run_pincite("library", "--json", home=home).stdout)
    assert (held["library"], held["units"]) == (str(home), 7)
    assert held["documents"][0] == {
        "document": "G/1",
        "title": "Report on the garden",
        "body": "",
        "date": "",
        "language": "en",
        "kind": "",
        "aliases": [],
        "pages": None,
        "units": 6,
        "flags": [],
        "superseded_by": "",
        "renditions": [{"file": "g.txt", "sha256": "0" * 64, "format": "text", "pages": None}],
    }


def test_an_empty_library_says_how_to_fill_it(run_pincite: Run, tmp_path: Path) -> None:
    done = run_pincite("library", home=tmp_path / "none")
    assert done.returncode == 0
    assert "is empty. Add documents: pincite index FILE" in done.stdout
    assert listed(run_pincite, tmp_path / "none") == []
    assert not (tmp_path / "none").exists()


def holding(symbol: str, title: str, **more: object) -> Holding:
    known: dict[str, object] = {
        "body": "",
        "date": "2025-01-31",
        "language": "en",
        "kind": "",
        "aliases": (),
        "units": 120,
        "flags": (),
        "superseded_by": "",
        "files": (HeldFile("a.pdf", "0" * 64, "pdf", 24),),
        "readings": (),
    }
    return Holding(symbol, title, **(known | more))  # type: ignore[arg-type]


HOLDINGS = [
    holding("A/79/722-S/2025/27", "Report of the Secretary-General on the situation " * 4),
    holding(
        "E/CN.6/2025/3",
        "A short title",
        flags=(
            Problem("glyphs", "", "Some."),
            Problem("gap", "", "One."),
            Problem("gap", "", "2."),
        ),
        superseded_by="E/CN.6/2025/3/Rev.1",
    ),
    holding(
        "E/CN.6/2025/3/Rev.1",
        "Титул \x1b[31m",
        files=(
            HeldFile("a.docx", "1" * 64, "docx", None),
            HeldFile("a.pdf", "2" * 64, "pdf", 3),
        ),
    ),
]


def drawn(width: int, *, terminal: bool) -> list[str]:
    stream = StringIO()
    console = Console(
        file=stream, width=width, force_terminal=terminal, color_system=None, highlight=False
    )
    print_holdings(console, HOLDINGS)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_the_table_fits_the_terminal_and_no_symbol_is_cut(width: int) -> None:
    lines = drawn(width, terminal=True)
    assert max(len(line.rstrip()) for line in lines) <= width
    text = "\n".join(lines)
    assert "\x1b" not in text
    if width >= 80:
        for row in HOLDINGS:
            assert any(line.startswith(f"{row.symbol} ") for line in lines)
    assert "2025-01-31" in text
    if width >= 100:
        assert len([line for line in lines if line.startswith(("A/", "E/"))]) == 3


def test_a_wide_terminal_shows_notes_on_one_line() -> None:
    rows = [" ".join(line.split()) for line in drawn(300, terminal=True)]
    assert rows[2] == (
        "E/CN.6/2025/3 2025-01-31 24 120 "
        "glyphs, gap, superseded by E/CN.6/2025/3/Rev.1 A short title"
    )
    assert " 3 120 docx + pdf " in rows[3]


def test_a_pipe_gets_a_document_a_line_and_titles_whole() -> None:
    lines = drawn(80, terminal=False)
    assert len(lines) == 1 + len(HOLDINGS)
    assert lines[1].endswith(HOLDINGS[0].title.strip())


BUILD = BuildReport(
    added=("A/1", "A/2"),
    updated=("A/3",),
    unchanged=tuple(f"B/{n}" for n in range(25)),
    removed=(),
    lost=(),
    waiting=(),
    units=1200,
    passages=2500,
    embedded=300,
    reused=2200,
    resumed=100,
    stopped=False,
    seconds=9.0,
)
FILES = Files(
    read=[FileReport("in/a.pdf", "A/1"), FileReport("in/c.pdf", "A/3")],
    flagged=[FileReport("in/b.pdf", "A/2", ("Page 3 has no text.", "It is in French."))],
    unchanged=[FileReport(f"in/{n}.pdf", f"B/{n}") for n in range(25)],
    refused=[FileReport("in/x.pdf", "", ("in/x.pdf has no text layer.",))],
)


def test_the_summary_names_documents_flags_and_refusals() -> None:
    lines = index_lines(IndexReport(FILES, BUILD, 12.34), Path("/home"))
    assert lines == [
        "A/1: added",
        "A/2: added",
        "A/3: updated",
        *(f"B/{n}: unchanged" for n in range(20)),
        "… and 5 more documents: unchanged",
        "",
        "Flagged: in the library, but cite with care",
        "  A/2 (in/b.pdf): Page 3 has no text. It is in French.",
        "",
        "Refused: not in the library",
        "  in/x.pdf has no text layer.",
        "",
        "3 read, 25 unchanged, 1 flagged, 1 refused",
        "1200 units, 2500 passages, 300 of them embedded now, in 12.3 s",
        "Went on where an earlier run ended: 100 passages embedded then",
        "Library: /home",
    ]


def test_the_summary_as_json_is_one_object_for_scripts() -> None:
    said = index_json(IndexReport(FILES, BUILD, 12.34), Path("/home"))
    assert said["refused"] == [
        {"file": "in/x.pdf", "document": "", "reasons": ["in/x.pdf has no text layer."]}
    ]
    assert said["flagged"] == [
        {
            "file": "in/b.pdf",
            "document": "A/2",
            "reasons": ["Page 3 has no text.", "It is in French."],
        }
    ]
    counts = ("units", "passages", "embedded", "reused", "resumed", "unread", "stopped", "seconds")
    assert [said[name] for name in counts] == [1200, 2500, 300, 2200, 100, 0, False, 12.34]
    # Without a file that could be read there was no build.
    said = index_json(IndexReport(Files(refused=FILES.refused), None, 0.5), Path("/home"))
    assert "documents" not in said
    assert len(said["refused"]) == 1  # type: ignore[arg-type]


def test_files_of_which_none_can_be_read_are_all_told(run_pincite: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    done = run_pincite("index", tmp_path, "--json", home=tmp_path / "home")
    assert done.returncode == 1
    told = done.stderr.splitlines()
    assert [Path(line.split(" holds no text")[0]).name for line in told[:2]] == ["a.txt", "b.txt"]
    assert told[2].startswith("Error: None of the 2 files can be read; the library is as it was.")
    assert len(told) == 3
    assert len(json.loads(done.stdout)["refused"]) == 2


def test_removed_documents_are_gone_and_the_way_back_is_told(run_pincite: Run, home: Path) -> None:
    done = run_pincite("remove", " g/2 ", home=home)
    assert done.returncode == 0, done.stderr
    assert "G/2: removed" in done.stdout
    assert "pincite index FILE" in done.stdout
    assert listed(run_pincite, home) == ["G/1"]


def test_an_unknown_symbol_names_what_there_is(run_pincite: Run, home: Path) -> None:
    done = run_pincite("remove", "G/1", "X/1", home=home)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: No document 'X/1' in the library. It holds: G/1, G/2.")
    assert done.stderr.count("\n") == 1
    assert listed(run_pincite, home) == ["G/1", "G/2"]


def test_all_need_a_yes_where_nobody_can_be_asked(run_pincite: Run, home: Path) -> None:
    asked = run_pincite("remove", "--all", home=home)
    assert asked.returncode == 2
    assert "--yes" in asked.stderr
    assert listed(run_pincite, home) == ["G/1", "G/2"]
    assert run_pincite("remove", "--all", "--yes", home=home).returncode == 0
    assert listed(run_pincite, home) == []
    done = run_pincite("library", home=home)
    assert "is empty. Add documents: pincite index FILE" in done.stdout


@pytest.mark.parametrize("arguments", [["remove"], ["remove", "A/1", "--all"]], ids=" ".join)
def test_remove_needs_symbols_or_all(run_pincite: Run, home: Path, arguments: list[str]) -> None:
    done = run_pincite(*arguments, home=home)
    assert done.returncode == 2
    assert "SYMBOL" in done.stderr


def test_without_a_library_nothing_can_be_removed_or_exported(
    run_pincite: Run, tmp_path: Path
) -> None:
    home = tmp_path / "none"
    for command in (
        ("remove", "A/1"),
        ("remove", "--all", "--yes"),
        ("library", "export", tmp_path / "mine"),
    ):
        done = run_pincite(*command, home=home)
        assert done.returncode == 1
        assert done.stderr.startswith(f"Error: No index in {home}.")
    assert list(tmp_path.iterdir()) == []


def test_an_export_is_one_file_that_is_not_overwritten_unasked(
    run_pincite: Run, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.pincite"
    done = run_pincite("library", "export", file, home=home)
    assert (done.returncode, done.stdout) == (0, f"{file}: 2 documents, 7 units\n")
    assert zipfile.is_zipfile(file)
    again = run_pincite("library", "export", file, home=home)
    assert again.returncode == 1
    assert "--force" in again.stderr
    assert run_pincite("library", "export", file, "--force", home=home).returncode == 0


def test_other_programs_get_one_object(run_pincite: Run, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.pincite"
    said = json.loads(run_pincite("library", "export", file, "--json", home=home).stdout)
    assert said == {
        "file": str(file),
        "documents": ["G/1", "G/2"],
        "units": 7,
        "passages": said["passages"],
        "model": "words",
    }
    said = json.loads(run_pincite("remove", "g/2", "--json", home=home).stdout)
    assert said == {"library": str(home), "removed": ["G/2"]}


def test_a_file_of_another_model_or_no_library_file_is_refused_in_one_line(
    run_pincite: Run, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.pincite"
    assert run_pincite("library", "export", file, home=home).returncode == 0
    other = tmp_path / "other"
    done = run_pincite("library", "import", file, home=other)
    assert (done.returncode, done.stdout) == (1, "")
    assert "was made with the model 'words'" in done.stderr
    assert "--embed" in done.stderr
    assert done.stderr.count("\n") == 1
    file.write_text("no library")
    done = run_pincite("library", "import", file, home=other)
    assert done.returncode == 1
    assert "is no library file" in done.stderr
    assert not other.exists()


@pytest.mark.slow
def test_a_library_moves_to_another_folder_and_answers_there(
    run_pincite: Run, tmp_path: Path
) -> None:
    model = {"PINCITE_MODEL": DEFAULT_MODEL}
    home, other, report = tmp_path / "home", tmp_path / "other", tmp_path / "garden.txt"
    report.write_text("Report\n\n1. Plums grow by the wall.\n\n2. Snow fell.\n", encoding="utf-8")
    done = run_pincite("index", report, "--json", home=home, environment=model)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["documents"]["added"] == ["garden"]
    assert (said["refused"], said["units"], said["stopped"]) == ([], 2, False)
    file = tmp_path / "mine.pincite"
    assert run_pincite("library", "export", file, home=home).returncode == 0
    # The exported model alone, to save the time of exporting it again.
    other.mkdir()
    (home / "models").rename(other / "models")
    done = run_pincite("library", "import", file, home=other, environment=model)
    assert done.returncode == 0, done.stderr
    assert "garden: added" in done.stdout
    assert " 0 of them embedded now" in done.stdout
    again = run_pincite("library", "import", file, "--json", home=other, environment=model)
    assert json.loads(again.stdout)["documents"]["unchanged"] == ["garden"]
    shown = run_pincite("search", "plums", "--json", home=other, environment=model)
    assert json.loads(shown.stdout)["hits"][0]["label"] == "1"
