"""Limits on the documents, as the command line takes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

SYMBOL = "CTOC/COP/WG.4/2011/8"
REPORT = ("--document", SYMBOL, "--since", "2011", "--language", "en")


def assert_stated(run: Run, home: Path, *arguments: str, said: str) -> None:
    done = run(*arguments, home=home)
    assert done.returncode == 1
    assert done.stdout == ""
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (["--body", "Parliament"], "No document of body 'Parliament' in the library. There are: "),
        (["--kind", "poem"], "No document of kind 'poem' in the library. There are: "),
        (["--language", "xx"], "There are: en"),
        (["--since", "2099"], "fits --since 2099. Its dates: from 2011-"),
        (["--until", "soon"], "--until 'soon' is no year or date."),
        (["--document", "X/1", "--document", "X/2"], "No documents 'X/1', 'X/2' in the library."),
    ],
)
def test_a_limit_that_nothing_meets_is_a_stated_error(
    run_pincite: Run, shipped_home: Path, limits: list[str], said: str
) -> None:
    assert_stated(run_pincite, shipped_home, "show", "25", *limits, said=said)


def test_all_commands_refuse_it_alike(run_pincite: Run, shipped_home: Path) -> None:
    for command in (("ask", "Who?"), ("search", "who")):
        said = "No document of kind 'poem'"
        assert_stated(run_pincite, shipped_home, *command, "--kind", "poem", said=said)


def test_limits_that_the_report_meets_change_no_answer(
    run_pincite: Run, shipped_home: Path
) -> None:
    asked = ("ask", "Who chaired the meeting?", "--json")
    free = json.loads(run_pincite(*asked, home=shipped_home).stdout)
    limited = json.loads(run_pincite(*asked, *REPORT, home=shipped_home).stdout)
    for value in (free, limited):
        del value["timings_ms"]
    assert free.pop("scope") == {"documents": [], "by": "", "note": ""}
    assert limited.pop("scope")["note"] == f"Looked in {SYMBOL}."
    assert limited == free


def test_show_and_search_take_the_same_limits(run_pincite: Run, shipped_home: Path) -> None:
    shown = run_pincite("show", f"{SYMBOL}, para. 25", *REPORT, "--json", home=shipped_home)
    value = json.loads(shown.stdout)
    assert [unit["label"] for unit in value["units"]] == ["25"]
    assert value["also_in"] == []
    found = run_pincite("search", "organ removal", *REPORT, "-k", "2", "--json", home=shipped_home)
    assert len(json.loads(found.stdout)["hits"]) == 2


def test_a_batch_line_has_limits_of_its_own(
    run_pincite: Run, shipped_home: Path, tmp_path: Path
) -> None:
    source = tmp_path / "in.jsonl"
    lines = [
        {"id": "a", "question": "Who chaired?", "documents": [SYMBOL], "kind": "fact"},
        {"id": "b", "question": "Who chaired?", "body": "Parliament"},
    ]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = run_pincite("ask", "--batch", source, home=shipped_home)
    assert done.returncode == 0, done.stderr
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["citations"]
    assert second["error"]["type"] == "ScopeError"
    refused = run_pincite("ask", "--batch", source, "--kind", "poem", home=shipped_home)
    assert refused.returncode == 1
    assert "No document of kind 'poem'" in refused.stderr
