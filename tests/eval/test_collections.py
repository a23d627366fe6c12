from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import Settings
from embeddings.build import build_library
from embeddings.library import Library, open_library
from eval.collections import attribution_bench, contract_nli, obliqa, squad, xquad
from eval.collections.errors import CollectionError
from eval.collections.files import passages_document
from eval.collections.library import part_of, sample
from eval.collections.measures import differences, group_scores, ranking_scores
from eval.collections.prepared import PreparedEncoder, PreparedIndex
from eval.collections.registry import COLLECTIONS
from eval.collections.report import grids, make_record, write_collection
from eval.collections.run import evaluate_collection
from eval.collections.types import Asked, Collection, Query
from eval.types import Found, Prediction, UnitKey
from tests.support.small_library import WordEncoder, garden


def write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")


def quiet(stage: str, done: int, total: int) -> None:
    pass


@pytest.fixture
def obliqa_folder(tmp_path: Path) -> Path:
    def passage(document: int, label: str, text: str) -> dict[str, object]:
        return {"ID": f"{document}-{label}", "DocumentID": document, "PassageID": label,
                "Passage": text}  # fmt: skip

    write(
        tmp_path / "docs_json" / "1.json",
        [
            passage(1, "1.", "\nApples were\tpicked in September.\n"),
            passage(1, "2.", "  \n"),
            passage(1, "3.", "Plums by the wall."),
            passage(1, "3.", "The spade was lent."),
        ],
    )
    write(tmp_path / "docs_json" / "2.json", [passage(2, "1.", "No meeting was held.")])
    questions = [
        {
            "QuestionID": "a",
            "Question": "Who borrowed the shovel?",
            "Passages": [passage(1, "3.", "The spade was lent.")],
        },
        {
            "QuestionID": "b",
            "Question": "When was the meeting, and when the fruit?",
            "Passages": [passage(2, "1.", "No meeting was held."), passage(1, "1.", "Apples were")],
        },
    ]
    write(tmp_path / "ObliQA_dev.json", questions)
    return tmp_path


@pytest.fixture
def small(obliqa_folder: Path) -> Collection:
    return obliqa.load(obliqa_folder)


@pytest.fixture
def library(small: Collection, tmp_path: Path) -> Library:
    encoder = WordEncoder()
    build_library(tmp_path / "home", small.documents, "words", quiet, encoder=encoder)
    return open_library(tmp_path / "home", "words", encoder=encoder)


def test_obliqa_drops_blank_passages_and_tells_repeated_ids_apart(small: Collection) -> None:
    units = [(d.symbol, u.label, u.text) for d in small.documents for u in d.units]
    assert units == [
        ("1", "1.", "Apples were picked in September."),
        ("1", "3.", "Plums by the wall."),
        ("1", "3.#2", "The spade was lent."),
        ("2", "1.", "No meeting was held."),
    ]
    assert small.left_out == "1 passages without words"
    gold = {query.id: query.gold for query in small.queries}
    # The published words choose among the repeats; words that differ leave it to the id.
    assert gold["a"] == {UnitKey("1", "3.#2")}
    assert gold["b"] == {UnitKey("2", "1."), UnitKey("1", "1.")}
    assert sorted(small.sha256) == ["ObliQA_dev.json", "docs_json/1.json", "docs_json/2.json"]


def test_units_of_a_passage_stand_in_their_document(small: Collection) -> None:
    for document in small.documents:
        for unit in document.units:
            assert document.text[unit.start : unit.end] == unit.text


def test_a_question_on_a_passage_that_is_not_there_is_a_stated_error(obliqa_folder: Path) -> None:
    questions = json.loads((obliqa_folder / "ObliQA_dev.json").read_text(encoding="utf-8"))
    questions[0]["Passages"][0]["PassageID"] = "99."
    write(obliqa_folder / "ObliQA_dev.json", questions)
    with pytest.raises(CollectionError, match=r"ObliQA_dev\.json is not"):
        obliqa.load(obliqa_folder)


ARTICLE = {
    "title": "Garden",
    "paragraphs": [
        {
            "context": "Apples were picked.\nThey were stored.",
            "qas": [
                {"id": "q1", "question": " What was\npicked? ", "is_impossible": False,
                 "answers": [{"text": "Apples", "answer_start": 0}]},
                {"id": "q2", "question": "Who ate them?", "is_impossible": True, "answers": []},
            ],
        },
        {"context": "The spade was lent.", "qas": []},
    ],
}  # fmt: skip


def test_squad_takes_paragraphs_as_units_and_leaves_impossible_questions_without_gold(
    tmp_path: Path,
) -> None:
    # Two articles of one title: their units are told apart.
    write(tmp_path / "dev-v2.0.json", {"version": "v2.0", "data": [ARTICLE, ARTICLE]})
    found = squad.load(tmp_path)
    assert [d.symbol for d in found.documents] == ["Garden", "Garden#2"]
    assert [u.label for u in found.documents[0].units] == ["p:1", "p:2"]
    assert found.documents[0].units[0].text == "Apples were picked. They were stored."
    assert [(q.text, q.gold) for q in found.queries[:2]] == [
        ("What was picked?", {UnitKey("Garden", "p:1")}),
        ("Who ate them?", frozenset()),
    ]


def test_xquad_asks_in_each_language_of_its_own_and_of_the_english_paragraphs(
    tmp_path: Path,
) -> None:
    for language in ("de", "en"):
        write(tmp_path / f"xquad.{language}.json", {"data": [ARTICLE]})
    found = xquad.load(tmp_path)
    assert [d.symbol for d in found.documents] == ["de:Garden", "en:Garden"]
    answerable = [q for q in found.queries if q.gold]
    assert [(q.id, q.group, q.scope, set(q.gold)) for q in answerable] == [
        ("q1.de.de", "de > de", ("de:Garden",), {UnitKey("de:Garden", "p:1")}),
        ("q1.de.en", "de > en", ("en:Garden",), {UnitKey("en:Garden", "p:1")}),
        ("q1.en.en", "en > en", ("en:Garden",), {UnitKey("en:Garden", "p:1")}),
    ]


def test_contract_nli_asks_each_statement_of_its_contract(tmp_path: Path) -> None:
    text = "Keep it secret. Return it."
    annotations = {
        "nda-1": {"choice": "Entailment", "spans": [0]},
        "nda-2": {"choice": "Contradiction", "spans": [1]},
        "nda-3": {"choice": "NotMentioned", "spans": []},
    }
    contract = {
        "id": 7,
        "text": text,
        "spans": [[0, 15], [16, 26]],
        "annotation_sets": [{"annotations": annotations}],
    }
    labels = {key: {"hypothesis": f"Statement {key}."} for key in annotations}
    write(tmp_path / "dev.json", {"documents": [contract], "labels": labels})
    found = contract_nli.load(tmp_path)
    (document,) = found.documents
    assert [(u.label, u.text) for u in document.units] == [
        ("s:0", "Keep it secret."),
        ("s:1", "Return it."),
    ]
    assert [(q.text, set(q.gold), q.scope) for q in found.queries] == [
        ("Statement nda-1.", {UnitKey("7", "s:0")}, ("7",)),
        ("Statement nda-2.", {UnitKey("7", "s:1")}, ("7",)),
        ("Statement nda-3.", set(), ("7",)),
    ]


def test_attribution_bench_makes_a_document_of_a_claims_references(tmp_path: Path) -> None:
    def claim(name: str, label: str) -> str:
        return json.dumps(
            {"id": name, "claim": f"Claim {name}.", "references": ["One.\u2028Two.", "Three."],
             "attribution_label": label, "src_dataset": "ExpertQA"},
            ensure_ascii=False,
        )  # fmt: skip

    lines = claim("a", "attributable") + "\n" + claim("b", "not attributable") + "\n"
    (tmp_path / "dev_all_subset_balanced.jsonl").write_text(lines, encoding="utf-8")
    found = attribution_bench.load(tmp_path)
    assert [u.text for u in found.documents[0].units] == ["One. Two.", "Three."]
    assert [(q.id, len(q.gold), q.scope) for q in found.queries] == [
        ("a", 2, ("a",)),
        ("b", 0, ("b",)),
    ]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_folder_that_is_not_there_is_one_line(name: str, tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match=r"^No folder .* --data$"):
        COLLECTIONS[name](tmp_path / "nothing")
    with pytest.raises(CollectionError, match=r"^No .* in .*Download"):
        COLLECTIONS[name](tmp_path)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("squad", "dev-v2.0.json"),
        ("xquad", "xquad.de.json"),
        ("contract-nli", "dev.json"),
        ("attributionbench", "dev_all_subset_balanced.jsonl"),
    ],
)
def test_a_file_in_another_format_is_a_stated_error(name: str, file: str, tmp_path: Path) -> None:
    write(tmp_path / file, {"other": 1})
    with pytest.raises(CollectionError, match="as published"):
        COLLECTIONS[name](tmp_path)


def ranked(labels: str, confidence: float = 0.5) -> Prediction:
    hits = tuple(Found(UnitKey("d", label), 1.0) for label in labels.split())
    return Prediction(hits, (), not hits, confidence)


def query(name: str, gold: str, group: str = "dev") -> Query:
    return Query(name, name, frozenset(UnitKey("d", label) for label in gold.split()), group)


def test_ranking_measures_by_hand() -> None:
    queries = [query("one", "a c"), query("none", ""), query("missed", "z"), query("empty", "a")]
    predictions = [ranked("a b c d"), ranked("a"), ranked("b a"), ranked("")]
    scores = ranking_scores(
        queries, predictions, ("success@1", "recall@5", "recall@10", "MAP@10", "confidence_AUROC")
    )
    # AP of "one": precision 1/1 at rank 1 and 2/3 at rank 3, over two right units.
    assert scores[0] == pytest.approx(
        {"success@1": 1, "recall@5": 1, "recall@10": 1, "MAP@10": (1 + 2 / 3) / 2}
    )
    assert scores[1] == {}
    assert scores[2] == scores[3] == dict.fromkeys(scores[0], 0.0)


def test_recall_counts_what_stands_within_the_depth() -> None:
    # The right units stand at ranks 1, 6 and 11.
    prediction = ranked("a 1 2 3 4 b 5 6 7 8 c")
    (scores,) = ranking_scores([query("q", "a b c")], [prediction], ("recall@5", "recall@10"))
    assert scores == pytest.approx({"recall@5": 1 / 3, "recall@10": 2 / 3})


def test_scores_of_groups_and_of_all() -> None:
    rows = [
        (query("1", "a", "de"), ranked("a", 0.9), 1.0),
        (query("2", "a", "de"), ranked("b", 0.4), 0.0),
        (query("3", "", "de"), ranked("b", 0.5), None),
        (query("4", "a", "en"), ranked("a", 0.8), 1.0),
    ]
    asked = [Asked(q, p, {} if s is None else {"success@1": s}) for q, p, s in rows]
    groups = group_scores(asked, ("success@1", "confidence_AUROC"))
    assert list(groups) == ["de", "en", "all"]
    value = {(g, m): s.value for g, found in groups.items() for m, s in found.items()}
    assert value["de", "success@1"] == pytest.approx(1 / 2)
    assert value["all", "success@1"] == pytest.approx(2 / 3)
    # Sure of 0.9 and 0.4 where there is an answer, of 0.5 where there is none: one of two.
    assert value["de", "confidence_AUROC"] == pytest.approx(1 / 2)
    assert value["en", "confidence_AUROC"] is None
    assert value["all", "confidence_AUROC"] == pytest.approx(2 / 3)
    assert groups["de"]["success@1"].n == 2


def test_a_sample_keeps_order_and_only_the_documents_asked() -> None:
    queries = tuple(
        Query(str(at), "text", frozenset(), "dev", (f"d{at}",)) for at in range(20)
    )  # fmt: skip
    documents = tuple(passages_document(f"d{at}", [("1", "words")], "f.json") for at in range(20))
    whole = Collection("x", documents, queries, (), "retrieval", {})
    drawn = sample(whole, 5)
    ids = [int(found.id) for found in drawn.queries]
    assert len(ids) == 5
    assert ids == sorted(ids)
    assert {d.symbol for d in drawn.documents} == {f"d{at}" for at in ids}
    assert sample(whole, 5) == drawn
    assert sample(whole, 20) is whole


def test_a_part_of_a_library_is_a_library_of_its_documents_alone(library: Library) -> None:
    part = part_of(library, ("2",))
    assert [d.symbol for d in part.catalogue.documents] == ["2"]
    assert {p.document for p in part.passages} == {"2"}
    assert len(part.vectors) == len(part.passages)
    assert len(part.lexical_own) == len(part.units) == 1
    # In a library of one unit every word of it is in all units; nothing else is known.
    assert part.lexical_own.vocabulary.keys() < library.lexical_own.vocabulary.keys()
    assert part_of(library, ()) is library


def test_a_collection_is_asked_of_all_systems_and_written_down(
    small: Collection, library: Library, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path / "home", model="words")
    names = ("pincite", "bm25", "minilm-faiss", "rrf")
    results = evaluate_collection(small, library, settings, names, quiet)
    assert [result.system for result in results] == list(names)
    first = {
        r.system: [a.prediction.hits[0].unit if a.prediction.hits else None for a in r.asked]
        for r in results
    }
    # "shovel" and "borrowed" are the spade's words for the encoder; BM25 sees none of them.
    assert first["minilm-faiss"][0] == first["rrf"][0] == UnitKey("1", "3.#2")
    assert first["pincite"][0] == UnitKey("1", "3.#2")
    assert first["bm25"][1] == UnitKey("2", "1.")

    record = write_collection(small, results, tmp_path / "out", None)
    written = json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8"))
    assert written == json.loads(json.dumps(record))
    again = make_record(small, results, None)
    assert {k: v for k, v in again.items() if k != "created"} == {
        k: v for k, v in record.items() if k != "created"
    }
    table = (tmp_path / "out" / "tables.md").read_text(encoding="utf-8")
    assert table.startswith("**obliqa: 2 queries, 2 answerable, 4 units")
    (grid,) = grids(small, results)
    assert [row[0] for row in grid.rows] == list(obliqa.MEASURES)
    qrels = (tmp_path / "out" / "qrels.trec").read_text(encoding="utf-8").splitlines()
    assert qrels == ["a 0 1#3.#2 1", "b 0 1#1. 1", "b 0 2#1. 1"]


def test_the_dense_baseline_sees_headings_where_a_collections_documents_have_them(
    tmp_path: Path,
) -> None:
    made = garden()
    bare = replace(made.units[0], label="9", text="")
    made = replace(made, units=(*made.units, bare))
    asked = (Query("a", "Fruit?", frozenset({UnitKey("G/1", "2")}), "x", ("G/1",)),)
    collection = Collection("c", (made,), asked, ("success@1",), "retrieval", {})
    encoder = WordEncoder()
    build_library(tmp_path / "home", [made], "words", quiet, encoder=encoder)
    library = open_library(tmp_path / "home", "words", encoder=encoder)
    settings = Settings(home=tmp_path / "home", model="words")
    names = ("bm25", "minilm-faiss")
    lexical, dense = evaluate_collection(collection, library, settings, names, quiet)
    # No unit has the word; "I. Fruit" stands over "The gardeners shall plant:" and three others.
    assert lexical.asked[0].prediction.abstained
    hits = dense.asked[0].prediction.hits
    assert hits[0].unit == UnitKey("G/1", "2")
    assert {hit.unit.label for hit in hits if hit.score > 0} == {"1", "2", "2(a)", "2(b)"}
    # Under that heading, too, but without a word of its own.
    assert "9" not in {hit.unit.label for hit in hits}
    assert (lexical.settings["text"], dense.settings["text"]) == ("own words", "words in context")


def test_claims_are_scored_against_their_own_references_alone(tmp_path: Path) -> None:
    documents = (
        passages_document("a", [("r:1", "Apples were picked.")], "f"),
        passages_document("b", [("r:1", "A meeting was held."), ("r:2", "Pears.")], "f"),
    )
    claims = (
        Query("a", "Fruit in autumn: apples.", frozenset({UnitKey("a", "r:1")}), "x", ("a",)),
        Query("b", "The price of apples.", frozenset(), "x", ("b",)),
    )
    collection = Collection("c", documents, claims, ("support_AUROC",), "support", {})
    encoder = WordEncoder()
    build_library(tmp_path / "home", documents, "words", quiet, encoder=encoder)
    library = open_library(tmp_path / "home", "words", encoder=encoder)
    settings = Settings(home=tmp_path / "home", model="words")
    names = ("pincite", "bm25", "minilm-faiss")
    for result in evaluate_collection(collection, library, settings, names, quiet):
        assert {found.unit.document for found in result.asked[1].prediction.hits} == {"b"}
        assert result.groups["x"]["support_AUROC"].value == 1.0


def test_a_prepared_index_answers_as_a_plain_one(library: Library) -> None:
    vectors = library.vectors.vectors
    queries = library.encoder.encode_queries(["the shovel", "fruit in autumn", "a meeting"])
    prepared = PreparedIndex(vectors, queries[:2])
    # The last query is not among those it was prepared for.
    assert prepared.scores(queries) == pytest.approx(library.vectors.scores(queries), abs=1e-6)
    for ours, plain in zip(
        prepared.search(queries, 3), library.vectors.search(queries, 3), strict=True
    ):
        assert [hit.row for hit in ours] == [hit.row for hit in plain]
        assert [hit.rank for hit in ours] == [1, 2, 3]


def test_a_prepared_encoder_gives_the_encoders_vectors() -> None:
    encoder = WordEncoder()
    seen: list[tuple[str, int, int]] = []
    prepared = PreparedEncoder.ask(
        encoder, ["apples", "apples", "pears"], lambda *s: seen.append(s)
    )
    for texts in (["pears", "apples"], ["pears", "plums"]):
        assert (prepared.encode_queries(texts) == encoder.encode_queries(texts)).all()
    assert seen == [("embedding queries", 2, 2)]


def test_differences_are_of_the_same_queries() -> None:
    def asked(*values: float) -> list[Asked]:
        return [Asked(query(str(v), "a"), ranked("a"), {"success@1": v}) for v in values]

    unanswerable = Asked(query("none", ""), ranked("a"), {})
    ours, theirs = [*asked(1, 1, 0), unanswerable], [*asked(0, 1, 0), unanswerable]
    found = differences(ours, theirs, ("success@1", "confidence_AUROC"))
    # One query of three differs; either sign of it is as likely, so that p is 1.
    assert found["success@1"] == pytest.approx((1 / 3, 1.0))
    assert list(found) == ["success@1"]
