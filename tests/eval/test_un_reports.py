from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from assistant.settings import Settings
from embeddings.build import build_library
from embeddings.library import open_library
from eval.collections import un_reports
from eval.collections.errors import CollectionError
from eval.collections.lines import read_lines
from eval.collections.measures import group_scores, query_scores
from eval.collections.registry import COLLECTIONS
from eval.collections.report import grids, make_record
from eval.collections.run import evaluate_collection
from eval.collections.types import Asked, Collection, CollectionResult, Query
from eval.types import ANSWERABLE_KINDS, KINDS, Cited, Found, Prediction, UnitKey
from tests.support.pdf_files import Text, make_pdf
from tests.support.small_library import WordEncoder

GARDEN = (
    ("Report on the garden", "", "1. Apples were picked in September.", "",
     "2. The gardeners shall plant:", "", "(a) pears;", "", "(b) plums, by the wall.", "",
     "3. The spade was lent", "to Ms."),
    ("Olsen.", "", "4. Nobody has eaten them."),
)  # fmt: skip
TOOLS = (
    ("Report on the tools", "", "1. A new spade costs 40 crowns.", "", "2. No meeting was held."),
)


def pdf(*pages: Sequence[str], header: str = "") -> bytes:
    """Return a PDF that shows these lines, page by page; a blank one sets off the next."""
    top = [Text(500, 50, header)] if header else []
    return make_pdf(
        [
            [*top, *(Text(100, 140 + 12 * at, line) for at, line in enumerate(lines) if line)]
            for lines in pages
        ]
    )


def question(
    name: str, file: str, kind: str, text: str, *gold: str, **more: object
) -> dict[str, object]:
    return {"id": name, "file": file, "kind": kind, "question": text, "gold": list(gold), **more}


QUESTIONS = (
    question("q-1", "garden.pdf", "paraphrase", "Who borrowed the shovel?", "3"),
    question("q-2", "garden.pdf", "multi", "Which pear and which plums?", "2(a)", "2(b)"),
    question("q-3", "garden.pdf", "near", "Who ate them?", near=["1"]),
    question("q-4", "tools.pdf", "paraphrase", "What is the price of a shovel?", "1"),
)


def write_questions(path: Path, questions: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("".join(json.dumps(q) + "\n" for q in questions), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports" / "pdf").mkdir(parents=True)
    (tmp_path / "reports" / "pdf" / "garden.pdf").write_bytes(pdf(*GARDEN))
    (tmp_path / "reports" / "pdf" / "tools.pdf").write_bytes(pdf(*TOOLS))
    return tmp_path / "reports"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    return write_questions(tmp_path / "questions.jsonl", QUESTIONS)


@pytest.fixture
def small(folder: Path, questions: Path) -> Collection:
    return un_reports.load(folder, questions)


def test_a_pdf_becomes_a_document_with_pages(small: Collection) -> None:
    garden, tools = small.documents
    assert [(u.label, u.text, u.page) for u in garden.units] == [
        ("1", "Apples were picked in September.", 1),
        ("2", "The gardeners shall plant:", 1),
        ("2(a)", "pears;", 1),
        ("2(b)", "plums, by the wall.", 1),
        ("3", "The spade was lent to Ms. Olsen.", 1),
        ("4", "Nobody has eaten them.", 2),
    ]
    assert [unit.label for unit in tools.units] == ["1", "2"]
    assert (garden.symbol, tools.symbol) == ("garden", "tools")
    assert sorted(small.sha256) == ["pdf/garden.pdf", "pdf/tools.pdf", "questions.jsonl"]


def test_each_question_is_asked_of_its_own_document(small: Collection) -> None:
    assert [(q.id, q.group, set(q.gold), q.scope) for q in small.queries] == [
        ("q-1", "paraphrase", {UnitKey("garden", "3")}, ("garden",)),
        ("q-2", "multi", {UnitKey("garden", "2(a)"), UnitKey("garden", "2(b)")}, ("garden",)),
        ("q-3", "near", set(), ("garden",)),
        ("q-4", "paraphrase", {UnitKey("tools", "1")}, ("tools",)),
    ]


def test_only_the_pdfs_asked_about_are_read(folder: Path, questions: Path) -> None:
    (folder / "pdf" / "other.pdf").write_bytes(b"no PDF at all")
    assert len(un_reports.load(folder, questions).documents) == 2


def test_the_pdfs_may_lie_in_the_folder_itself(folder: Path, questions: Path) -> None:
    assert len(un_reports.load(folder / "pdf", questions).documents) == 2


def test_documents_that_would_share_a_symbol_go_by_their_files_names(
    folder: Path, tmp_path: Path
) -> None:
    # Each page of both reports is headed by one symbol, that of the third by its own.
    said = ("Pears ripened early.", "Nobody came to the meeting in May.", "It was closed.")
    pages = [(f"{at}. {words}",) for at, words in enumerate(said, start=1)]
    for name, symbol in (("garden", "A/80/1"), ("tools", "A/80/1"), ("third", "A/80/3")):
        (folder / "pdf" / f"{name}.pdf").write_bytes(pdf(*pages, header=symbol))
    asked = [question(n, f"{n}.pdf", "fact", "What?", "2") for n in ("garden", "third", "tools")]
    found = un_reports.load(folder, write_questions(tmp_path / "three.jsonl", asked))
    assert [d.symbol for d in found.documents] == ["garden.pdf", "A/80/3", "tools.pdf"]
    assert found.queries[0].gold == {UnitKey("garden.pdf", "2")}
    assert found.queries[2].scope == ("tools.pdf",)


def test_all_missing_files_are_named_at_once(folder: Path, tmp_path: Path) -> None:
    asked = [question(f"q-{n}", f"{n}.pdf", "near", "What?") for n in ("a", "garden", "b")]
    path = write_questions(tmp_path / "asked.jsonl", asked)
    with pytest.raises(CollectionError, match=r"reports lacks a\.pdf, b\.pdf\. Download "):
        un_reports.load(folder, path)


def test_all_labels_that_no_document_has_are_named_at_once(folder: Path, tmp_path: Path) -> None:
    asked = [
        question("q-1", "garden.pdf", "fact", "What?", "3", "5"),
        question("q-2", "tools.pdf", "near", "What?", near=["3"]),
    ]
    path = write_questions(tmp_path / "asked.jsonl", asked)
    message = r"do not have: garden\.pdf 5 \(q-1\), tools\.pdf 3 \(q-2\)\. .*pypdfium2"
    with pytest.raises(CollectionError, match=message):
        un_reports.load(folder, path)


def test_what_is_no_pdf_or_has_no_words_is_named(folder: Path, questions: Path) -> None:
    (folder / "pdf" / "garden.pdf").write_bytes(b"<html>Not found</html>")
    (folder / "pdf" / "tools.pdf").write_bytes(pdf([]))
    message = r"garden\.pdf is no PDF, tools\.pdf has no text.*\. Download them again"
    with pytest.raises(CollectionError, match=message):
        un_reports.load(folder, questions)


@pytest.mark.parametrize("line", ['{"id": "q-1"}', "[1]", "no JSON", '{"id": 1, "file": 2}'])
def test_a_faulty_line_is_a_stated_error(line: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "faulty.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(CollectionError, match=r"faulty\.jsonl is not"):
        un_reports.load(folder, path)


def answer(hits: str, cited: str, confidence: float) -> Prediction:
    return Prediction(
        tuple(Found(UnitKey("d", label), 1.0) for label in hits.split()),
        tuple(Cited(UnitKey("d", label)) for label in cited.split()),
        not cited,
        confidence,
    )


def by_hand() -> list[Asked]:
    """Return answers to three answerable questions and to three that are not."""
    rows = (
        # Both right units, at ranks 1 and 3; one of them cited, and a wrong one.
        ("multi", "a c", answer("a b c", "a b", 0.9)),
        # The right unit second and cited with two others.
        ("fact", "b", answer("a b", "a b c", 0.4)),
        # Refused, though it ranked the right unit first.
        ("fact", "a", answer("a", "", 0.3)),
        ("near", "", answer("a", "", 0.2)),
        ("near", "", answer("a", "a", 0.6)),
        ("false-premise", "", answer("a", "", 0.35)),
    )
    queries = [
        Query(str(at), "?", frozenset(UnitKey("d", label) for label in gold.split()), kind)
        for at, (kind, gold, _) in enumerate(rows)
    ]
    predictions = [found for _, _, found in rows]
    scores = query_scores(queries, predictions, un_reports.MEASURES)
    return list(map(Asked, queries, predictions, scores))


def test_scores_of_a_question_by_hand() -> None:
    asked = by_hand()
    # nDCG of "multi": gains 1/log2(2) and 1/log2(4), at best 1/log2(2) and 1/log2(3).
    assert asked[0].scores == pytest.approx(
        {"success@1": 1, "recall@5": 1, "nDCG@10": 1.5 / 1.6309298,
         "citation_precision": 1 / 2, "citation_recall": 1 / 2, "citation_F1": 1 / 2}
    )  # fmt: skip
    # One of three cited is right: F1 is 2 (1/3) / (1/3 + 1).
    assert asked[1].scores == pytest.approx(
        {"success@1": 0, "recall@5": 1, "nDCG@10": 0.6309298,
         "citation_precision": 1 / 3, "citation_recall": 1, "citation_F1": 1 / 2}
    )  # fmt: skip
    assert asked[2].scores == pytest.approx(
        {"success@1": 1, "recall@5": 1, "nDCG@10": 1,
         "citation_precision": 0, "citation_recall": 0, "citation_F1": 0}
    )  # fmt: skip
    assert asked[3].scores == asked[4].scores == asked[5].scores == {}


def test_scores_of_a_kind_and_of_all_by_hand() -> None:
    groups = group_scores(by_hand(), un_reports.MEASURES)
    value = {(g, m): s.value for g, found in groups.items() for m, s in found.items()}
    assert value["fact", "citation_F1"] == pytest.approx((1 / 2 + 0) / 2)
    assert value["all", "citation_F1"] == pytest.approx((1 / 2 + 1 / 2 + 0) / 3)
    assert value["all", "success@1"] == pytest.approx(2 / 3)
    # Three were refused, two of them rightly; three should have been.
    assert value["all", "abstention_precision"] == pytest.approx(2 / 3)
    assert value["all", "abstention_recall"] == pytest.approx(2 / 3)
    assert value["near", "abstention_recall"] == pytest.approx(1 / 2)
    assert value["false-premise", "abstention_recall"] == 1
    # Answerable 0.9, 0.4 and 0.3: over 0.2 all three, over 0.6 one, over 0.35 two.
    assert value["all", "confidence_AUROC"] == pytest.approx((3 + 1 + 2) / 9)
    assert value["near", "confidence_AUROC"] == pytest.approx((3 + 1) / 6)
    assert value["false-premise", "confidence_AUROC"] == pytest.approx(2 / 3)
    # What no kind alone can show.
    assert value["fact", "confidence_AUROC"] is None
    assert value["fact", "abstention_recall"] is None
    assert value["fact", "abstention_precision"] is None
    assert value["near", "abstention_precision"] is None
    assert value["near", "success@1"] is None


def test_a_table_a_measure_with_the_kinds_that_have_it() -> None:
    asked = by_hand()
    groups = group_scores(asked, un_reports.MEASURES)
    queries = tuple(found.query for found in asked)
    collection = Collection("x", (), queries, un_reports.MEASURES, "citation", {})
    drawn = list(grids(collection, [CollectionResult("one", {}, tuple(asked), groups)]))
    assert [grid.head for grid in drawn] == [(measure, "one") for measure in un_reports.MEASURES]
    rows = {grid.head[0]: [row[0] for row in grid.rows] for grid in drawn}
    assert rows["success@1"] == ["multi (1)", "fact (2)", "all (6)"]
    assert rows["abstention_recall"] == ["near (2)", "false-premise (1)", "all (6)"]
    assert rows["abstention_precision"] == ["all (6)"]
    recall = next(grid for grid in drawn if grid.head[0] == "recall@5")
    assert recall.rows[-1] == ("all (6)", "1.000 [1.00–1.00]")


def test_pincite_is_asked_as_in_the_chat_and_its_citations_are_scored(
    small: Collection, tmp_path: Path
) -> None:
    encoder = WordEncoder()
    home = tmp_path / "home"
    build_library(home, small.documents, "words", lambda *_: None, encoder=encoder)
    library = open_library(home, "words", encoder=encoder)
    # It never refuses.
    settings = Settings(home=home, model="words", threshold=0.0)
    names = ("pincite", "bm25", "minilm-faiss", "rrf")
    results = evaluate_collection(small, library, settings, names, lambda *_: None)
    for result in results:
        for asked in result.asked:
            seen = {found.unit.document for found in asked.prediction.hits}
            seen |= {cited.unit.document for cited in asked.prediction.cited}
            assert seen <= set(asked.query.scope)
    ours = {asked.query.id: asked for asked in results[0].asked}
    # "borrowed" and "shovel" are the encoder's "lent" and "spade": "3" of the garden holds both.
    assert ours["q-1"].prediction.cited[0] == Cited(
        UnitKey("garden", "3"), "The spade was lent to Ms. Olsen."
    )
    assert ours["q-4"].prediction.cited[0].unit == UnitKey("tools", "1")
    # A baseline cites its first unit and quotes nothing.
    dense = {asked.query.id: asked for asked in results[2].asked}
    assert dense["q-1"].prediction.cited == (Cited(UnitKey("garden", "3")),)
    assert results[0].groups["paraphrase"]["success@1"].value == 1.0
    record = json.loads(json.dumps(make_record(small, results, None)))
    first = record["systems"][2]["queries"][0]
    assert (first["id"], first["cited"]) == ("q-1", ["garden#3"])
    assert "citation_F1" in record["differences"][0]["measures"]


def test_the_shipped_questions_are_well_formed() -> None:
    content, lines = read_lines(un_reports.QUESTIONS)
    assert len(content) < 1_000_000
    assert len(lines) == 2343
    assert len({line.id for line in lines}) == len(lines)
    assert len({line.file for line in lines}) == 32
    for line in lines:
        assert line.kind in KINDS, line
        assert bool(line.gold) == (line.kind in ANSWERABLE_KINDS), line
        assert line.question.strip() == line.question != "", line
        assert len(set(line.gold)) == len(line.gold), line
        assert line.file.endswith(".pdf") and "/" not in line.file, line
        assert not (line.gold and line.near), line
        assert line.kind != "multi" or len(line.gold) > 1, line


def test_the_shipped_questions_hold_nothing_else() -> None:
    known = {"id", "file", "kind", "question", "gold", "near"}
    for text in un_reports.QUESTIONS.read_text(encoding="utf-8").splitlines():
        assert set(json.loads(text)) <= known


@pytest.mark.slow
def test_every_shipped_label_is_in_its_document_as_read_now() -> None:
    folder = Path(__file__).parents[3] / "shared" / "data" / "un-reports-2025"
    if not folder.is_dir():
        pytest.skip(f"the reports are not here: {folder}")
    assert len(un_reports.load(folder).documents) == 32


def test_the_collection_has_its_name() -> None:
    assert COLLECTIONS["un-reports"] is un_reports.load
