"""Questions made from coded recommendations, on small reports of the same make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.settings import Settings
from corpus.types import Document
from embeddings.build import build_library
from embeddings.library import open_library
from eval.collections import upr_reports
from eval.collections.errors import CollectionError
from eval.collections.registry import COLLECTIONS
from eval.collections.run import evaluate_collection
from eval.collections.upr_reports import (
    IMPLIED,
    OPEN,
    REPORT_PHRASINGS,
    SCOPE,
    SYMBOL,
    TUNING_PHRASINGS,
    Recommendation,
    country_of,
    half_of,
    make_queries,
)
from eval.types import UnitKey
from tests.eval.test_un_reports import pdf
from tests.support.many_documents import review
from tests.support.small_library import WordEncoder

DATA = Path(__file__).parents[3] / "shared" / "data" / "upr-reports"

KENYA = "Store ripe apples in the cellar (Sweden);"
PALAU = "Store ripe apples in the cellar (Sweden; Norway);"


def coded(file: str, label: str, text: str, *states: str) -> Recommendation:
    return Recommendation(f"{file}#{label}", file, label, text, states)


DOCUMENTS: dict[str, Document] = {
    "kenya.pdf": review("A/HRC/1/1", "Kenya"),
    "palau.pdf": review("A/HRC/1/2", "Palau"),
}
CODED = (
    coded("kenya.pdf", "3(b)", KENYA, "Sweden"),
    coded("palau.pdf", "3(b)", PALAU, "Sweden", "Norway"),
    coded("palau.pdf", "3(a)", "Store ripe apples in the cellar (Norway);", "Norway"),
    # Neither can be asked about: nobody is known to have said it, or it is not in the report.
    coded("palau.pdf", "2", "Plant plums by the old wall", "NA"),
    coded("palau.pdf", "9", "Plant plums by the old wall (Peru)", "Peru"),
)
ONE = {
    IMPLIED: ["What did {state} recommend to {country} about {topic}?"],
    SYMBOL: ["{symbol} {topic}"],
    SCOPE: ["{topic}"],
    OPEN: ["Where did {state} bring up {topic}?"],
}


def test_each_recommendation_is_asked_about_in_every_way() -> None:
    queries = make_queries(CODED, DOCUMENTS, ["kenya.pdf"], ONE)
    topic = "ripe apples in the cellar"
    assert [(q.group, q.text, q.scope) for q in queries] == [
        (IMPLIED, f"What did Sweden recommend to Kenya about {topic}?", ()),
        (SYMBOL, f"A/HRC/1/1 {topic}", ()),
        (SCOPE, f"Ripe {topic.removeprefix('ripe ')}", ("A/HRC/1/1",)),
        (OPEN, f"Where did Sweden bring up {topic}?", ()),
    ]
    assert len({q.id for q in queries}) == 4
    own = {UnitKey("A/HRC/1/1", "3(b)")}
    # Sweden told Palau the same, and that is right where no country is told.
    assert [set(q.gold) for q in queries] == [
        own, own, own, {*own, UnitKey("A/HRC/1/2", "3(b)")},
    ]  # fmt: skip


def test_who_said_it_counts_only_if_the_question_says_so() -> None:
    queries = make_queries(CODED, DOCUMENTS, ["palau.pdf"], ONE)
    by_group = {group: [q for q in queries if q.group == group] for group in ONE}
    both = {UnitKey("A/HRC/1/2", "3(a)"), UnitKey("A/HRC/1/2", "3(b)")}
    assert all(set(q.gold) == both for q in by_group[SYMBOL] + by_group[SCOPE])
    asked_of = {q.text.split()[2]: set(q.gold) for q in by_group[IMPLIED]}
    assert asked_of == {"Sweden": {UnitKey("A/HRC/1/2", "3(b)")}, "Norway": both}


def test_reports_take_turns_and_the_first_are_asked_about_in_all_ways() -> None:
    queries = make_queries(CODED, DOCUMENTS, DOCUMENTS, ONE, asked=2, paired=1)
    assert [(q.group, q.id.partition("#")[0]) for q in queries] == [
        (IMPLIED, "kenya.pdf"),
        (IMPLIED, "palau.pdf"),
        (SYMBOL, "kenya.pdf"),
        (SCOPE, "kenya.pdf"),
        (OPEN, "kenya.pdf"),
    ]
    assert queries == make_queries(CODED, DOCUMENTS, DOCUMENTS, ONE, asked=2, paired=1)


def test_the_halves_share_neither_reports_nor_words() -> None:
    files = [f"{n}.pdf" for n in range(7)]
    report, tune = half_of(files, tuning=False), half_of(files, tuning=True)
    assert (len(report), len(tune)) == (4, 3)
    assert report | tune == set(files)
    assert report == half_of(reversed(files), tuning=False)
    assert list(REPORT_PHRASINGS) == list(TUNING_PHRASINGS) == [IMPLIED, SYMBOL, SCOPE, OPEN]
    for way in (IMPLIED, SYMBOL, OPEN):
        assert not set(REPORT_PHRASINGS[way]) & set(TUNING_PHRASINGS[way])


def test_the_country_is_what_the_title_ends_in() -> None:
    assert country_of(review("A/1", "Republic of Korea")) == "Republic of Korea"
    assert country_of(review("A/1", "x", title="Singapore*")) == "Singapore"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports as PDFs, and what was coded from them."""
    (tmp_path / "pdf").mkdir()
    records = []
    for country, store in (
        ("Kenya", "apples in the cool cellar"),
        ("Palau", "pears in the warm cellar"),
    ):
        lines = [f"Report on {country}", f"1. It was told to {country}:"]
        lines += [f"1.1 Keep {store} (Sweden);", f"1.2 Lend a spade to {country} (Norway)."]
        (tmp_path / "pdf" / f"{country}.pdf").write_bytes(pdf(lines))
        records.append({"id": country, "file": f"{country}.pdf", "para": "1.1.",
                        "text": f"Keep {store} (Sweden);",
                        "recommending_states": ["Sweden"]})  # fmt: skip
    text = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / "gold_recommendations.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def test_all_reports_are_there_to_be_found_in_both_halves(folder: Path) -> None:
    report, tune = (COLLECTIONS[name](folder) for name in ("upr-reports", "upr-reports-tune"))
    for half in (report, tune):
        assert len(half.documents) == 2
        assert len(half.queries) == 4
        assert len(half.sha256) == 3
    about = [{unit.document for q in half.queries for unit in q.gold} for half in (report, tune)]
    assert about[0].isdisjoint(about[1])


def test_systems_are_asked_and_scored(folder: Path, tmp_path: Path) -> None:
    collection = upr_reports.load(folder)
    home = tmp_path / "home"
    build_library(home, collection.documents, "words", lambda *_: None, encoder=WordEncoder())
    library = open_library(home, "words", encoder=WordEncoder())
    (result,) = evaluate_collection(
        collection, library, Settings(home=home, model="words"), ["pincite"], lambda *_: None
    )
    assert list(result.groups) == [IMPLIED, SYMBOL, SCOPE, OPEN, "all"]
    assert result.groups[SCOPE]["success@1"].value == 1.0
    # Asked of one report alone, or with its symbol, the first unit lies in it.
    assert result.groups[SCOPE]["document@1"].value == 1.0


def test_what_is_missing_or_unlike_is_a_stated_error(folder: Path) -> None:
    gold = folder / "gold_recommendations.jsonl"
    (folder / "pdf" / "Palau.pdf").unlink()
    with pytest.raises(CollectionError, match=r"lacks Palau\.pdf"):
        upr_reports.load(folder)
    (folder / "pdf" / "Palau.pdf").write_bytes(b"no PDF")
    with pytest.raises(CollectionError, match=r"Cannot read .*Palau\.pdf"):
        upr_reports.load(folder)
    gold.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(CollectionError, match="as published"):
        upr_reports.load(folder)


def test_the_published_recommendations_are_read() -> None:
    if not DATA.is_dir():
        pytest.skip(f"no data in {DATA}")
    text = (DATA / "gold_recommendations.jsonl").read_text(encoding="utf-8")
    found = upr_reports.read_recommendations("gold", text)
    assert len(found) == 7298
    assert (found[0].file, found[0].label, found[0].states) == (
        "grenada2010.pdf", "71.1", ("Algeria",),
    )  # fmt: skip
