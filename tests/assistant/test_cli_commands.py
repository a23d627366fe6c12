"""What the commands print for a person, and how they behave in a shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.documents import shipped_report_path

if TYPE_CHECKING:
    from tests.conftest import Run

COMMANDS = ("index", "library", "remove", "ask", "search", "show", "inspect", "chat")
WAGES = "Lost income and wages due according to national law and regulations regarding wages;"


def rendition(number: int) -> Path:
    names = json.loads(shipped_report_path().read_text(encoding="utf-8"))["renditions"]
    return shipped_report_path().with_name(names[number])


def test_help_names_every_command_and_how_to_begin(run_pincite: Run) -> None:
    done = run_pincite("--help")
    assert done.returncode == 0
    for command in COMMANDS:
        assert f" {command} " in done.stdout
    assert 'pincite ask "Who chaired the meeting?"' in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_each_commands_help_shows_examples(run_pincite: Run, command: str) -> None:
    done = run_pincite(command, "--help")
    assert done.returncode == 0
    assert "Examples" in done.stdout
    assert f"\n pincite {command}" in done.stdout


def test_version_is_the_installed_ones(run_pincite: Run) -> None:
    from importlib.metadata import version

    assert run_pincite("--version").stdout == f"pincite {version('pincite')}\n"


def test_a_misspelt_setting_is_told_beside_the_answer(run_pincite: Run, shipped_home: Path) -> None:
    done = run_pincite("show", "25", home=shipped_home, environment={"PINCITE_MODLE": "x"})
    assert done.returncode == 0
    assert done.stderr == (
        "PINCITE_MODLE is no setting and is ignored. Did you mean PINCITE_MODEL?\n"
    )
    assert "PINCITE_MODLE" not in done.stdout


def test_show_prints_reference_headings_lead_ins_and_exact_text(
    run_pincite: Run, shipped_home: Path
) -> None:
    lines = run_pincite("show", "para. 51 (j) (iii)", home=shipped_home).stdout.splitlines()
    assert lines[0] == "CTOC/COP/WG.4/2011/8, para. 51 (j) (iii)"
    # The headings, then the two units it stands in, each further in, then its own words.
    assert lines[2].startswith("51. ")
    assert lines[3].startswith("    (j) ")
    assert lines[4] == f"        (iii) {WAGES}"
    # Paragraph 86 says that the recommendations "are contained in paragraph 51 above".
    assert lines[5:] == ["", "Referred to by: para. 86"]


def test_show_says_what_paragraphs_refer_to_and_what_refers_to_them(
    run_pincite: Run, shipped_home: Path
) -> None:
    def end(reference: str) -> list[str]:
        lines = run_pincite("show", reference, home=shipped_home).stdout.splitlines()
        return [line for line in lines if line.startswith("Refer")]

    # "under this agenda item [3] are contained in paragraphs 14-22 above"
    assert end("77") == ["Refers to: paras. 14–22 and 55 (3)"]
    assert end("paras. 14-22") == ["Referred to by: para. 77"]
    assert end("65") == ["Refers to: annex"]
    # "paragraph 44 of General Assembly resolution 64/293" is no paragraph of the report.
    assert end("50 (g)") == ["Referred to by: para. 97"]
    assert end("44") == ["Referred to by: para. 92"]
    assert end("1") == []


def test_show_as_json_carries_the_references(run_pincite: Run, shipped_home: Path) -> None:
    done = run_pincite("show", "51", "--json", home=shipped_home)
    whole, first, *_ = json.loads(done.stdout)["units"]
    assert whole["refers_to"] == []
    from_86 = {
        "source": "86",
        "kind": "paragraph",
        "text": "paragraph 51",
        "start": 67,
        "end": 79,
        "targets": ["51"],
        "reference": "para. 51",
    }
    assert whole["referred_to_by"] == [from_86]
    assert (first["label"], first["referred_to_by"]) == ("51(a)", [from_86])


def test_inspect_lists_references_that_lead_nowhere_but_not_as_problems(
    run_pincite: Run, tmp_path: Path
) -> None:
    file = tmp_path / "note.txt"
    file.write_text(
        "Note\n\n1. See paragraph 2 below.\n\n2. As said in paragraph 1 above and "
        "in paragraph 7 below.\n",
        encoding="utf-8",
    )
    shown = run_pincite("inspect", file, home=tmp_path / "none").stdout
    assert "References that lead nowhere" in shown
    assert "no gaps, no duplicates, no other problems" in shown
    read = json.loads(run_pincite("inspect", file, "--json", home=tmp_path / "none").stdout)
    assert [(link["source"], link["targets"]) for link in read["links"]] == [
        ("1", ["2"]),
        ("2", ["1"]),
    ]
    assert [(u["source"], u["text"]) for u in read["unresolved"]] == [("2", "paragraph 7")]
    assert read["problems"] == []


def test_show_prints_a_range_one_paragraph_after_the_other(
    run_pincite: Run, shipped_home: Path
) -> None:
    lines = run_pincite("show", "paras. 6-13", home=shipped_home).stdout.splitlines()
    references = [ln for ln in lines if ln.startswith("CTOC/")]
    assert references == [f"CTOC/COP/WG.4/2011/8, para. {n}" for n in range(6, 14)]
    for number in range(6, 14):
        assert any(ln.startswith(f"{number}. ") for ln in lines)


def test_show_puts_sub_paragraphs_under_their_paragraph(
    run_pincite: Run, shipped_home: Path
) -> None:
    lines = run_pincite("show", "51", home=shipped_home).stdout.splitlines()
    markers = [(len(ln) - len(ln.lstrip()), ln.split()[0]) for ln in lines[2:] if ln]
    letters = [m for indent, m in markers if indent == 4]
    assert letters == [f"({c})" for c in "abcdefghij"]
    assert [m for indent, m in markers if indent == 8] == [
        *("(i)", "(ii)", "(iii)"),
        *("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"),
    ]
    assert sum(ln.startswith("CTOC/") for ln in lines) == 1


def test_search_prints_as_many_units_as_asked_for_best_first(
    run_pincite: Run, shipped_home: Path
) -> None:
    lines = run_pincite("search", "organ removal", "-k", "3", home=shipped_home).stdout.splitlines()
    ranked = [ln.split()[0] for ln in lines if "CTOC/COP/WG.4/2011/8, " in ln]
    assert ranked == ["1.", "2.", "3."]


def test_ask_prints_the_answer_and_its_reference(run_pincite: Run, shipped_home: Path) -> None:
    done = run_pincite("ask", "Who chaired the meeting?", home=shipped_home)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "CTOC/COP/WG.4/2011/8, para. " in done.stdout


def test_explain_prints_a_table_a_unit_and_a_sentence_on_the_confidence(
    run_pincite: Run, shipped_home: Path
) -> None:
    question = "Who chaired the meeting?"
    lines = run_pincite("ask", question, "--explain", home=shipped_home).stdout.splitlines()
    why = lines[lines.index("Why") + 1 :]
    assert [ln.split()[0] for ln in why if ", para. " in ln][:3] == ["1.", "2.", "3."]
    assert any(ln.startswith("    The question's words in it: ‘") for ln in why)
    first = [ln for ln in why[: why.index("")] if ln.startswith("    meaning with headings")]
    # value, weight, value times weight, and how far ahead
    value, weight, adds, ahead = first[0].split()[-4:]
    assert float(value) * float(weight) == pytest.approx(float(adds), abs=0.001)
    assert ahead[0] in "+-"
    assert " that the library answers this: confidence 0." in why[-1]
    assert "Why" not in run_pincite("ask", question, home=shipped_home).stdout.splitlines()


def test_explain_says_that_a_named_paragraph_was_looked_up(
    run_pincite: Run, shipped_home: Path
) -> None:
    done = run_pincite("ask", "What does para. 3 say?", "--explain", home=shipped_home)
    assert done.stdout.endswith("they were looked up, not searched for.\n")


def test_a_batch_explains_in_json_alone(run_pincite: Run, tmp_path: Path) -> None:
    done = run_pincite("ask", "--batch", tmp_path / "in.jsonl", "--explain")
    assert done.returncode == 2
    assert "in JSON anyway" in done.stderr


def test_quiet_prints_the_answer_alone(run_pincite: Run, shipped_home: Path) -> None:
    question = "Who chaired the meeting?"
    text = json.loads(run_pincite("ask", question, "--json", home=shipped_home).stdout)["answer"]
    done = run_pincite("ask", question, "--quiet", home=shipped_home)
    assert [ln.rstrip() for ln in done.stdout.splitlines()] == [
        ln.rstrip() for ln in text.splitlines()
    ]


def test_an_abstention_is_an_answer_and_ends_well(run_pincite: Run, shipped_home: Path) -> None:
    done = run_pincite("ask", "What is the price of a litre of milk?", home=shipped_home)
    assert done.returncode == 0
    assert done.stderr == ""


def test_inspect_sums_up_and_needs_no_index(run_pincite: Run, tmp_path: Path) -> None:
    for number in (0, 1):
        done = run_pincite("inspect", rendition(number), home=tmp_path / "none")
        assert done.returncode == 0, done.stderr
        last = done.stdout.rstrip().splitlines()[-1]
        assert last.startswith("146 units, ")
        assert ", 100% of the characters accounted for, no gaps, no duplicates, no other" in last
        assert not (tmp_path / "none").exists()


def test_a_pipe_gets_plain_text_whole_lines_and_no_progress_bar(
    run_pincite: Run, shipped_home: Path
) -> None:
    done = run_pincite("show", "56", home=shipped_home, environment={"COLUMNS": "40"})
    assert max(map(len, done.stdout.splitlines())) > 400
    assert "\x1b" not in done.stdout


def test_a_reader_that_goes_away_is_no_error(shipped_home: Path) -> None:
    # `show 1-98` prints more than a pipe holds unread, so writing must fail.
    command = f"{sys.executable} -m assistant show 1-98 --json | head -c 10"
    for _ in range(2):
        done = subprocess.run(
            ["bash", "-c", command + '; exit "${PIPESTATUS[0]}"'],
            env=dict(os.environ, PINCITE_HOME=str(shipped_home)),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stderr == ""
        assert done.stdout.startswith('{"')
        assert done.returncode in {0, 141}


def test_output_is_utf8_whatever_the_locale(shipped_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "show", "25", "--json"],
        env=dict(os.environ, PINCITE_HOME=str(shipped_home), PYTHONIOENCODING="latin-1"),
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["units"][0]["label"] == "25"


def test_indexing_again_says_that_nothing_changed(run_pincite: Run, copied_home: Path) -> None:
    done = run_pincite("index", home=copied_home)
    assert done.returncode == 0
    assert "CTOC/COP/WG.4/2011/8" in done.stdout
    assert "unchanged" in done.stdout
