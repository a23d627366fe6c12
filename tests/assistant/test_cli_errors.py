"""Stated errors: status 1, nothing on standard output, one line that says what mends it."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess

    from tests.conftest import Run

GOOD = '{"id": "q1", "question": "Who chaired the meeting?"}\n'


def assert_stated(done: subprocess.CompletedProcess[str], *said: str) -> None:
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1, done.stderr
    for words in said:
        assert words in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["ask", "Who?"], ["search", "who"], ["show", "25"], ["show", "25", "--json"]],
    ids=" ".join,
)
def test_without_an_index_it_says_how_to_build_one(
    run_pincite: Run, tmp_path: Path, arguments: list[str]
) -> None:
    home = tmp_path / "none"
    assert_stated(run_pincite(*arguments, home=home), "No index in", str(home), "pincite index")
    assert not home.exists()


@pytest.mark.parametrize("question", ["", "   ", "?!", "\n"], ids=repr)
def test_an_empty_question_is_refused(run_pincite: Run, shipped_home: Path, question: str) -> None:
    assert_stated(run_pincite("ask", question, home=shipped_home), "pincite ask")


def test_an_empty_query_is_refused(run_pincite: Run, shipped_home: Path) -> None:
    assert_stated(run_pincite("search", " ", home=shipped_home))


@pytest.mark.parametrize("command", [["ask", "Who?"], ["search", "who"], ["show", "25"]])
def test_an_unknown_document_lists_those_there_are(
    run_pincite: Run, shipped_home: Path, command: list[str]
) -> None:
    done = run_pincite(*command, "--document", "A/RES/55/25", home=shipped_home)
    assert_stated(done, "No document 'A/RES/55/25'", "CTOC/COP/WG.4/2011/8", "pincite index")


def test_an_unknown_document_for_a_whole_batch_is_refused_before_work(
    run_pincite: Run, shipped_home: Path, tmp_path: Path
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(GOOD, encoding="utf-8")
    output = tmp_path / "out.jsonl"
    done = run_pincite(
        "ask", "--batch", source, "--output", output, "--document", "X/1", home=shipped_home
    )
    assert_stated(done, "No document 'X/1'")
    assert not output.exists()


@pytest.mark.parametrize(
    ("reference", "said"),
    [("140", "98"), ("51 (z)", "51"), ("annex:none", "annex"), ("not a reference", "para")],
)
def test_a_reference_that_does_not_exist_says_what_does(
    run_pincite: Run, shipped_home: Path, reference: str, said: str
) -> None:
    assert_stated(run_pincite("show", reference, home=shipped_home), said)


@pytest.mark.parametrize("command", ["inspect", "index"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n\x00\x01\x02\xff\xfe", "is a damaged PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not a document that can be read"),
        (b"", "holds no text"),
        (b" \n\t \n", "holds no text"),
    ],
    ids=["pdf", "png", "empty", "blank"],
)
def test_a_file_that_is_no_document_is_refused(
    run_pincite: Run, tmp_path: Path, command: str, content: bytes, said: str
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    assert_stated(run_pincite(command, path, home=tmp_path / "home"), str(path), said)


@pytest.mark.parametrize("command", ["inspect", "index"])
def test_a_file_that_is_not_there_is_refused(
    run_pincite: Run, tmp_path: Path, command: str
) -> None:
    gone = tmp_path / "gone.txt"
    assert_stated(run_pincite(command, gone, home=tmp_path / "home"), str(gone))


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "--batch", "{in}", "--output", "{out}"),
        ("search", "--batch", "{in}", "--run", "{out}"),
    ],
    ids=["ask", "search"],
)
def test_unreadable_batch_lines_are_named_and_nothing_is_written(
    run_pincite: Run, shipped_home: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out"
    source.write_text(GOOD + "{oops\n" + GOOD, encoding="utf-8")
    output.write_text("old", encoding="utf-8")
    filled = [a.format(**{"in": source, "out": output}) for a in arguments]
    done = run_pincite(*filled, home=shipped_home)
    assert_stated(done, "2 bad lines", "line 2: not JSON", 'line 3: id "q1" is already on line 1')
    assert output.read_text(encoding="utf-8") == "old"


def test_a_place_that_cannot_be_written_is_told_before_any_question_is_asked(
    run_pincite: Run, shipped_home: Path, tmp_path: Path
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(GOOD, encoding="utf-8")
    done = run_pincite(
        "ask", "--batch", source, "--output", tmp_path / "no" / "out.jsonl", home=shipped_home
    )
    assert_stated(done, "No folder", "mkdir -p")


@pytest.mark.parametrize("command", [["index"], ["ask", "Who?"], ["show", "25"]])
def test_a_data_folder_that_cannot_be_one_is_told(
    run_pincite: Run, tmp_path: Path, command: list[str]
) -> None:
    # Even root cannot make a folder below a file.
    file = tmp_path / "file"
    file.write_text("not a folder", encoding="utf-8")
    for home in (file, file / "below"):
        assert_stated(run_pincite(*command, home=home), str(home))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_that_is_closed_to_us_is_told(run_pincite: Run, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert_stated(run_pincite("index", home=closed), "PINCITE_HOME")


def test_another_model_than_the_indexs_shows_both_and_the_mend(
    run_pincite: Run, shipped_home: Path, tmp_path: Path
) -> None:
    model = tmp_path / "other-model"
    done = run_pincite("ask", "Who?", home=shipped_home, environment={"PINCITE_MODEL": str(model)})
    assert_stated(done, str(model))


def test_settings_that_cannot_be_are_all_named_at_once(
    run_pincite: Run, shipped_home: Path
) -> None:
    wrong = {"PINCITE_HITS": "many", "PINCITE_THRESHOLD": "2"}
    done = run_pincite("ask", "Who?", home=shipped_home, environment=wrong)
    assert_stated(done, "PINCITE_HITS='many'", "PINCITE_THRESHOLD='2'")


def test_a_port_in_use_is_told_with_another(run_pincite: Run, shipped_home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_pincite("chat", "--port", str(port), home=shipped_home)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert str(port) in done.stderr
    assert f"pincite chat --port {port + 1}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask"], "QUESTION"),
        (["ask", "Who?", "--batch", "x"], "not both"),
        (["ask", "Who?", "--output", "x"], "--batch"),
        (["ask", "--batch", "x", "--history", "y"], "each line has its own"),
        (["search"], "QUERY"),
        (["search", "who", "--run", "x"], "--batch"),
        (["search", "--batch", "x"], "--run"),
        (["search", "who", "-k", "0"], "-k"),
        (["search", "who", "-k", "many"], "-k"),
        (["show"], "REFERENCE"),
        (["inspect"], "FILE"),
        (["chat", "--port", "99999"], "--port"),
        (["ask", "Who?", "--nonsense"], "--nonsense"),
        (["nonsense"], "nonsense"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)
def test_wrong_usage_is_status_2_and_says_what(
    run_pincite: Run, arguments: list[str], said: str
) -> None:
    done = run_pincite(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
