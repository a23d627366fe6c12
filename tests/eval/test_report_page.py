from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from corpus.catalogue import Catalogue
from eval.__main__ import main
from eval.report.page import make_page
from eval.report.recorded import read_run
from eval.report.sections import make_sections
from eval.report.write import write_report
from eval.results import write_results
from eval.runner import evaluate
from eval.types import QuestionSet

if TYPE_CHECKING:
    from tests.eval.conftest import WrittenDown

HOSTILE = "</style></script><script>hacked()</script><img src=x onerror=hacked()>\"'&\u202e\x00"


class Reader(HTMLParser):
    """Collects the tags and the attributes of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def folder(
    tmp_path: Path, garden: Catalogue, garden_questions: QuestionSet, written_down: WrittenDown
) -> Path:
    folder = tmp_path / "first"
    write_results(evaluate(garden_questions, [written_down], garden), folder)
    return folder


def test_the_page_needs_nothing_but_itself(folder: Path) -> None:
    page = make_page(make_sections([read_run(folder)]))
    read = Reader(page)
    assert read.tags.count("script") == 1
    assert {"link", "img", "iframe", "base"} & set(read.tags) == set()
    names = {name for name, _ in read.attributes}
    assert {"src", "href", "srcset"} & names == set()
    assert {name for name in names if name.startswith("on")} == set()
    assert not re.search(r"url\(|@import|https?:", page)
    assert "prefers-color-scheme" in page or "color-scheme: light dark" in page


def test_the_page_shows_tables_plots_and_every_failed_question(folder: Path) -> None:
    read = Reader(make_page(make_sections([read_run(folder)])))
    assert read.tags.count("svg") == 6
    assert read.tags.count("table") == 2
    assert read.tags.count("article") == 3  # g-3, g-4 and g-5
    assert "What about the greenhouse?" in read.text
    assert "How many oaks were planted?" not in read.text  # it was right
    assert "failed on: 3 of 5" in read.text
    options = [value for name, value in read.attributes if name == "value" and value]
    assert options == ["multi", "follow-up", "near", "partly", "refused", "answered"]


def test_what_is_foreign_stays_text(folder: Path) -> None:
    clean = Reader(make_page(make_sections([read_run(folder)])))
    file = folder / "results.json"
    record = json.loads(file.read_text(encoding="utf-8"))

    def spoil(value: Any, key: str) -> Any:
        """Put markup behind every text that comes from outside."""
        if isinstance(value, dict):
            return {k: spoil(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [spoil(v, key) for v in value]
        # Not the quotes: what is no longer found in its unit would rightly not be marked.
        foreign = ("question", "history", "text", "answer", "label", "created", "hash")
        return f"{value}{HOSTILE}" if value and key in foreign else value

    record = {k: spoil(v, k) for k, v in record.items()}
    record["systems"][0]["name"] += HOSTILE
    record["set"]["name"] += HOSTILE
    record["documents"] = {f"garden{HOSTILE}": "0"}
    file.write_text(json.dumps(record), encoding="utf-8")
    run = read_run(folder)
    page = make_page(make_sections([run]))
    assert Reader(page).tags == clean.tags
    assert "\u202e" not in page
    assert "\x00" not in page


def test_both_files_are_written_and_the_markdown_lists_the_failures(folder: Path) -> None:
    page, text = write_report([read_run(folder)], folder)
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    rows = text.read_text(encoding="utf-8")
    assert "| g-3 | multi | partly right | para. 4, para. 6 | para. 4, para. 5 |" in rows
    assert "| g-4 | follow-up | refused, though answered | para. 3 | nothing |" in rows
    assert "| g-5 | near | answered, though unanswerable | nothing | para. 5 |" in rows


def test_the_command_prints_the_tables_and_writes_the_files(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(folder), "--output", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr()
    assert "citation F1" in printed.out
    assert str(tmp_path / "out" / "report.html") in printed.err
    assert (tmp_path / "out" / "report.html").is_file()
    assert (tmp_path / "out" / "report.md").is_file()


def test_a_missing_run_and_an_unknown_system_are_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(tmp_path / "nowhere")]) == 1
    assert "python -m eval run" in capsys.readouterr().err
    assert main(["report", str(folder), "--system", "none"]) == 2
    assert "middling" in capsys.readouterr().err
