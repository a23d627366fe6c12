from __future__ import annotations

from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.documents import load_document
from eval.metrics import DEPTH_MEASURES, Neighbourhood, count_depths, depth_scores
from eval.types import UnitKey

TREE = """REPORT OF THE ORCHARD COMMITTEE

1. The Committee met in May.

2. It recommended that members should:

(a) Plant pears;

(b) Prune in winter, with:

(i) Saws;

(ii) Shears;

(c) Water at night.

3. It thanked the host.

4. It closed at noon.
"""


@pytest.fixture
def tree(tmp_path: Path) -> Neighbourhood:
    path = tmp_path / "tree.txt"
    path.write_text(TREE, encoding="utf-8")
    catalogue = Catalogue([load_document(path)])
    labels = [at.unit.label for at in catalogue]
    assert labels == ["1", "2", "2(a)", "2(b)", "2(b)(i)", "2(b)(ii)", "2(c)", "3", "4"]
    return Neighbourhood(catalogue)


def unit(label: str, document: str = "tree") -> UnitKey:
    return UnitKey(document, label)


@pytest.mark.parametrize(
    ("cited", "gold", "expected"),
    [
        ("2(b)", "2(b)", "exact"),
        ("2", "2(b)(i)", "ancestor"),
        ("2(b)", "2(b)(i)", "ancestor"),
        ("2(b)(ii)", "2", "descendant"),
        # In one parent, whether next to each other or not.
        ("2(a)", "2(b)", "sibling"),
        ("2(a)", "2(c)", "sibling"),
        # The last row of 2(b) is followed by 2(c).
        ("2(c)", "2(b)(ii)", "next-door"),
        ("3", "2(c)", "next-door"),
        # Numbered paragraphs stand beside each other though 2 has parts.
        ("3", "2", "next-door"),
        ("1", "2", "next-door"),
        # All top units share no parent: not siblings.
        ("4", "1", "elsewhere"),
        ("2(a)", "4", "elsewhere"),
    ],
)
def test_the_depth_of_a_citation(tree: Neighbourhood, cited: str, gold: str, expected: str) -> None:
    assert tree.depth(unit(cited), {unit(gold)}) == expected


def test_the_nearest_of_several_gold_units_counts(tree: Neighbourhood) -> None:
    # 2(a) is elsewhere from 4, a sibling of 2(c) and part of 2.
    assert tree.depth(unit("2(a)"), {unit("4"), unit("2(c)")}) == "sibling"
    assert tree.depth(unit("2(a)"), {unit("4"), unit("2(c)"), unit("2")}) == "descendant"


def test_an_acceptable_unit_is_neither_right_nor_somewhere_else(tree: Neighbourhood) -> None:
    assert tree.depth(unit("2"), {unit("2(a)")}, {unit("2")}) == "acceptable"
    assert tree.depth(unit("2"), {unit("2")}, {unit("2")}) == "exact"


def test_another_document_is_elsewhere(tree: Neighbourhood) -> None:
    assert tree.depth(unit("2", "other"), {unit("2")}) == "elsewhere"


def test_levels_count_from_one(tree: Neighbourhood) -> None:
    assert [tree.level(unit(label)) for label in ("2", "2(b)", "2(b)(ii)")] == [1, 2, 3]


def test_depth_scores_are_shares_of_what_can_be_judged() -> None:
    # Of three judged citations one is exact, two are siblings; the acceptable one is left out.
    found = depth_scores(["exact", "sibling", "acceptable", "sibling"])
    assert found["cited_exact"] == pytest.approx(1 / 3)
    assert found["cited_sibling"] == pytest.approx(2 / 3)
    assert found["cited_elsewhere"] == 0
    assert depth_scores(["acceptable"]) == dict.fromkeys(DEPTH_MEASURES)
    assert depth_scores([]) == dict.fromkeys(DEPTH_MEASURES)


def test_depths_are_counted_over_all_answers() -> None:
    found = count_depths([["exact", "sibling"], [], [None], ["exact", "acceptable"]])
    assert {depth: n for depth, n in found.items() if n} == {
        "exact": 2,
        "sibling": 1,
        "acceptable": 1,
    }
