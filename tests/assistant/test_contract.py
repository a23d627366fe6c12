"""The JSON that other programs read: keys, types, and that every quote is verbatim."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from assistant.json_format import answer_json, citation_json, parse_json
from assistant.types import Answer, Citation, Hit
from corpus.documents import Examined, shipped_report, shipped_report_path
from corpus.types import Metadata, Parse, Problem, Rendition, Unit

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from tests.conftest import Run

SYMBOL = "CTOC/COP/WG.4/2011/8"

ANSWER = {
    "question": str,
    "answer": str,
    "abstained": bool,
    "confidence": float,
    "citations": list,
    "hits": list,
    "explanation": dict,
    "timings_ms": dict,
}
CITATION = {
    "document": str,
    "label": str,
    "reference": str,
    "quote": str,
    "start": int,
    "end": int,
    "page": (int, type(None)),
    "score": float,
}
EXPLANATION = {"named": bool, "units": list, "confidence": (dict, type(None))}
REASONS = {
    "document": str,
    "label": str,
    "rank": int,
    "score": float,
    "own_words": list,
    "context_words": list,
    "signals": dict,
    "models": dict,
}
SURENESS = {"words": str, "threshold": float, "log_odds": float, "bias": float, "features": dict}
HIT = {"document": str, "label": str, "score": float, "rank": int}
UNIT = {
    "label": str,
    "text": str,
    "lead_in": str,
    "heading_path": list,
    "page": (int, type(None)),
    "start": int,
    "end": int,
    "kind": str,
}

Json = dict[str, Any]


def assert_has(value: Json, shape: dict[str, Any]) -> None:
    for key, kind in shape.items():
        assert key in value, key
        assert isinstance(value[key], kind), f"{key}: {value[key]!r}"


def assert_answer(value: Json) -> None:
    assert_has(value, ANSWER)
    assert 0 <= value["confidence"] <= 1
    assert isinstance(value["timings_ms"]["total"], float)
    for citation in value["citations"]:
        assert_has(citation, CITATION)
        assert citation["quote"].strip()
    for rank, hit in enumerate(value["hits"], start=1):
        assert_has(hit, HIT)
        assert hit["rank"] == rank
    scores = [h["score"] for h in value["hits"]]
    assert scores == sorted(scores, reverse=True)
    if value["abstained"]:
        assert value["citations"] == []
    # Promise 1: what is cited was retrieved for this question.
    retrieved = {(h["document"], h["label"]) for h in value["hits"]}
    cited = {(c["document"], c["label"]) for c in value["citations"]}
    assert cited <= retrieved
    assert_explanation(value, cited)


def assert_explanation(value: Json, cited: set[tuple[str, str]]) -> None:
    explanation = value["explanation"]
    assert_has(explanation, EXPLANATION)
    if explanation["named"] or "error" in value:
        assert (explanation["units"], explanation["confidence"]) == ([], None)
        return
    assert [u["rank"] for u in explanation["units"]][:3] == [1, 2, 3]
    assert cited <= {(u["document"], u["label"]) for u in explanation["units"]}
    for reasons in explanation["units"]:
        assert_has(reasons, REASONS)
        hit = value["hits"][reasons["rank"] - 1]
        assert (hit["label"], hit["score"]) == (reasons["label"], reasons["score"])
        added = sum(part["contribution"] for part in reasons["signals"].values())
        assert added == pytest.approx(reasons["score"], abs=1e-3)
    sureness = explanation["confidence"]
    assert_has(sureness, SURENESS)
    added = sum(part["contribution"] for part in sureness["features"].values())
    assert added + sureness["bias"] == pytest.approx(sureness["log_odds"], abs=1e-3)
    logistic = 1 / (1 + math.exp(-sureness["log_odds"]))
    assert logistic == pytest.approx(value["confidence"], abs=1e-3)


@pytest.fixture(scope="module")
def exact(run_pincite: Run, shipped_home: Path) -> dict[str, Json]:
    """Return every unit of the report by label, as `show` gives it."""
    units: dict[str, Json] = {}
    for reference in ("paras. 1-98", "annex"):
        done = run_pincite("show", reference, "--json", home=shipped_home)
        assert done.returncode == 0, done.stderr
        units |= {unit["label"]: unit for unit in json.loads(done.stdout)["units"]}
    return units


def questions(report: Any) -> list[Json]:
    """Return 200 batch lines: headings, first words and references, and some that must fail."""
    lines: list[Json] = []
    for unit in report.units:
        topic = unit.heading_path[-1] if unit.heading_path else unit.text
        words = " ".join(unit.text.split()[:12])
        lines.append({"question": f"What was said about {words}?"})
        lines.append({"question": f"And on {topic}?", "history": [words]})
        lines.append({"question": f"What does para. {unit.label} say?", "document": SYMBOL})
    kept = lines[:: len(lines) // 190][:190]
    kept += [
        {"question": "¶ 140 please"},
        {"question": "How deep is the ocean?"},
        {"question": ""},
        {"question": "Who chaired?", "document": "A/RES/55/25"},
        {"question": "Qui a présidé la réunion ?"},
        {"question": "🙂"},
        {"question": "paras. 6 to 9"},
        {"question": "the annex"},
        {"question": "x" * 20_000},
        {"question": "Who\nchaired\tthe meeting?", "history": []},
    ]
    return [{"id": f"q{n}", **line} for n, line in enumerate(kept, start=1)]


def test_a_batch_of_200_follows_the_contract_and_every_quote_is_verbatim(
    run_pincite: Run, shipped_home: Path, tmp_path: Path, exact: dict[str, Json]
) -> None:
    asked = questions(shipped_report())
    assert len(asked) == 200
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        "".join(json.dumps(q, ensure_ascii=False) + "\n\n" for q in asked), encoding="utf-8"
    )
    done = run_pincite("ask", "--batch", source, "--output", output, home=shipped_home)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    answers = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [a["id"] for a in answers] == [q["id"] for q in asked]
    assert [a["question"] for a in answers] == [q["question"] for q in asked]
    quotes = 0
    for answer in answers:
        assert_answer(answer)
        for citation in answer["citations"]:
            unit = exact[citation["label"]]
            assert unit["text"][citation["start"] : citation["end"]] == citation["quote"]
            assert citation["reference"] == unit["reference"]
            assert citation["page"] == unit["page"]
            quotes += 1
        if "error" not in answer:
            assert len(answer["hits"]) >= 20
    assert quotes >= 100
    # The empty question, the face without a word, and the document that is not there.
    failed = {a["question"]: a["error"]["type"] for a in answers if "error" in a}
    assert failed == {
        "": "EmptyQuestionError",
        "🙂": "EmptyQuestionError",
        "Who chaired?": "UnknownDocumentError",
    }
    for answer in answers:
        if "error" in answer:
            assert answer["abstained"]
            assert answer["answer"] == answer["error"]["message"]


def test_one_question_as_json_is_one_object_alone_on_standard_output(
    run_pincite: Run, shipped_home: Path
) -> None:
    done = run_pincite("ask", "Who chaired the meeting?", "--json", home=shipped_home)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    answer = json.loads(done.stdout)
    assert_answer(answer)
    assert answer["id"] is None
    assert not answer["abstained"]
    assert len(answer["hits"]) >= 20


def test_bytes_that_are_not_utf8_are_replaced_in_a_question(
    run_pincite: Run, shipped_home: Path
) -> None:
    # What a terminal set to Latin-1 sends for "présidé".
    question = b"Who pr\xe9sid\xe9 the meeting?".decode("utf-8", "surrogateescape")
    done = run_pincite("ask", question, "--json", home=shipped_home)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["question"] == "Who pr\ufffdsid\ufffd the meeting?"


def test_a_batch_goes_through_pipes(run_pincite: Run, shipped_home: Path) -> None:
    line = '{"id": "a", "question": "Who chaired the meeting?"}\n'
    done = run_pincite("ask", "--batch", "-", home=shipped_home, stdin=line)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"] == "a"


def test_the_same_question_has_the_same_answer_alone_and_in_a_batch(
    run_pincite: Run, shipped_home: Path, assistant: Assistant
) -> None:
    question = "What support should victims receive?"
    line = json.dumps({"id": "a", "question": question})
    batch = json.loads(run_pincite("ask", "--batch", "-", home=shipped_home, stdin=line).stdout)
    alone = answer_json(assistant.ask(question))
    for key in set(ANSWER) - {"timings_ms"}:
        assert batch[key] == alone[key]


def test_search_as_json_ranks_as_many_units_as_asked_for(
    run_pincite: Run, shipped_home: Path
) -> None:
    done = run_pincite("search", "organ removal", "-k", "7", "--json", home=shipped_home)
    found = json.loads(done.stdout)
    assert found["query"] == "organ removal"
    assert [h["rank"] for h in found["hits"]] == [1, 2, 3, 4, 5, 6, 7]
    for hit in found["hits"]:
        assert_has(hit, HIT)
        assert hit["reference"].startswith(f"{SYMBOL}, ")


def test_a_search_batch_writes_a_run_that_an_evaluator_reads(
    run_pincite: Run, shipped_home: Path, tmp_path: Path
) -> None:
    import ir_measures

    source, run = tmp_path / "in.jsonl", tmp_path / "out.trec"
    source.write_text(
        '{"id": "a", "question": "organ removal"}\n'
        '{"id": "none", "question": ""}\n'
        '{"id": "b", "question": "paras. 6 to 9"}\n',
        encoding="utf-8",
    )
    done = run_pincite("search", "--batch", source, "--run", run, "-k", "50", home=shipped_home)
    assert done.returncode == 0
    assert "1 of 3 questions" in done.stderr
    assert "none" in done.stderr
    rows = [line.split(" ") for line in run.read_text(encoding="utf-8").splitlines()]
    assert all(len(row) == 6 for row in rows)
    assert [row[0] for row in rows] == ["a"] * 50 + ["b"] * 50
    assert [int(row[3]) for row in rows] == [*range(1, 51)] * 2
    read: Any = ir_measures.read_trec_run
    assert len(list(read(str(run)))) == 100


def test_show_as_json_gives_the_whole_unit(exact: dict[str, Json]) -> None:
    # 98 paragraphs, 11 + 10 + 3 + 6 sub-paragraphs, 8 + 2 items and 8 rows.
    assert len(exact) == 98 + 11 + 10 + 3 + 6 + 8 + 2 + 8
    wages = exact["51(j)(iii)"]
    assert_has(wages, UNIT | {"document": str, "reference": str, "tokens": int})
    assert wages["document"] == SYMBOL
    assert wages["reference"] == f"{SYMBOL}, para. 51 (j) (iii)"
    assert wages["text"].startswith("Lost income and wages")
    assert "51. " in wages["lead_in"]
    assert "(j) " in wages["lead_in"]


def test_inspect_as_json_reads_both_renditions_alike(run_pincite: Run, tmp_path: Path) -> None:
    names = json.loads(shipped_report_path().read_text(encoding="utf-8"))["renditions"]
    assert len(names) == 2
    read: list[Json] = []
    for name in names:
        done = run_pincite(
            "inspect", shipped_report_path().with_name(name), "--json", home=tmp_path / "none"
        )
        assert done.returncode == 0, done.stderr
        read.append(json.loads(done.stdout))
    for found in read:
        assert found["document"] == SYMBOL
        assert found["title"]
        assert found["problems"] == []
        assert found["coverage"] == 1.0
        assert len(found["units"]) == 146
        for unit in found["units"]:
            assert_has(unit, UNIT | {"tokens": int})
            assert found["text"][unit["start"] : unit["end"]] == unit["text"]
    assert [u["label"] for u in read[0]["units"]] == [u["label"] for u in read[1]["units"]]


# What follows is worked out by hand, without an index.

UNIT_25 = Unit("25", "paragraph", "25.", "One. Two.", "", ("A. Title",), 4, 0, 9, None, 4)


def test_figures_are_rounded_and_offsets_are_not() -> None:
    hit = Hit("X/1", UNIT_25, 0.123456789, 1)
    cited = Citation("X/1", UNIT_25, "X/1, para. 25", 5, 9, 0.123456789)
    answer = Answer("Q?", "Q?", "Two.", False, 0.98765432, (cited,), (hit,), (), {"total": 12.3456})
    value = answer_json(answer, question_id="q1")
    assert value["id"] == "q1"
    assert value["confidence"] == 0.9877
    assert value["timings_ms"] == {"total": 12.35}
    assert value["hits"] == [
        {
            "document": "X/1",
            "label": "25",
            "reference": "X/1, para. 25",
            "score": 0.123457,
            "rank": 1,
        }
    ]
    assert citation_json(cited) == {
        "document": "X/1",
        "label": "25",
        "reference": "X/1, para. 25",
        "quote": "Two.",
        "start": 5,
        "end": 9,
        "page": 4,
        "score": 0.123457,
    }


def test_coverage_is_never_rounded_up_to_all() -> None:
    parse = Parse("T", "", (), (UNIT_25,), (Problem("gap", "25", "One."),), (), (), 0.99999999)
    value = parse_json(Examined(Metadata("X/1", "T"), Rendition("a.txt", "0"), parse, (), ""))
    assert value["coverage"] == 0.999999
    assert value["problems"] == [{"kind": "gap", "label": "25", "detail": "One."}]
    assert value["tokens"] == 4
