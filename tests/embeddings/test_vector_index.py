from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IndexDamagedError, IndexMismatchError
from embeddings.types import Vectors
from embeddings.vector_index import VectorIndex


def random_vectors(n: int, dim: int, seed: int) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(n, dim)).astype(np.float32)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def test_search_equals_exact_numpy_search_in_ids_and_scores() -> None:
    passages, queries = random_vectors(500, 32, 1), random_vectors(20, 32, 2)
    found = VectorIndex.build(passages).search(queries, 10)
    products = queries @ passages.T
    for row, hits in enumerate(found):
        best = np.argsort(-products[row], kind="stable")[:10]
        assert [hit.row for hit in hits] == best.tolist()
        assert [hit.rank for hit in hits] == list(range(1, 11))
        np.testing.assert_allclose([hit.score for hit in hits], products[row][best], atol=1e-6)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=40),
    st.integers(1, 45),
)
def test_ties_come_in_row_order_at_every_depth(rows: list[tuple[int, int]], top_k: int) -> None:
    # Small whole numbers give many ties, and products that are exact in float32.
    passages = np.array(rows, dtype=np.float32)
    query = np.array([[1, 2]], dtype=np.float32)
    scores = [a + 2 * b for a, b in rows]
    by_hand = sorted(range(len(rows)), key=lambda row: (-scores[row], row))[:top_k]
    (hits,) = VectorIndex.build(passages).search(query, top_k)
    assert [(hit.row, hit.score) for hit in hits] == [(row, scores[row]) for row in by_hand]


def test_a_vector_is_given_back_by_row() -> None:
    vectors = random_vectors(5, 8, 3)
    np.testing.assert_array_equal(VectorIndex.build(vectors).vector(3), vectors[3])


def test_search_returns_no_more_hits_than_there_are_passages() -> None:
    index = VectorIndex.build(np.eye(3, dtype=np.float32))
    (hits,) = index.search(np.array([[0, 1, 0]], dtype=np.float32), 50)
    # The second passage is the query itself; the others are at right angles to it.
    assert [(hit.row, hit.score) for hit in hits] == [(1, 1.0), (0, 0.0), (2, 0.0)]


@pytest.mark.parametrize("top_k", [0, -1])
def test_search_for_no_hits_returns_none(top_k: int) -> None:
    index = VectorIndex.build(np.eye(3, dtype=np.float32))
    assert index.search(np.eye(3, dtype=np.float32)[:2], top_k) == [[], []]


def test_an_empty_index_finds_nothing() -> None:
    index = VectorIndex(3)
    assert index.search(np.eye(3, dtype=np.float32)) == [[], [], []]
    assert index.scores(np.eye(3, dtype=np.float32)).shape == (3, 0)
    assert index.vectors.shape == (0, 3)


def test_scores_are_all_inner_products_in_row_order() -> None:
    passages, queries = random_vectors(50, 8, 3), random_vectors(4, 8, 4)
    np.testing.assert_allclose(
        VectorIndex.build(passages).scores(queries), queries @ passages.T, atol=1e-6
    )


def test_scores_of_very_many_passages_are_the_same_inner_products() -> None:
    vectors, queries = random_vectors(9000, 8, seed=3), random_vectors(2, 8, seed=4)
    found = VectorIndex.build(vectors).scores(queries)
    np.testing.assert_allclose(found, queries @ vectors.T, atol=1e-6)


def test_a_wrong_dim_is_refused_with_both_sides() -> None:
    index = VectorIndex(4)
    wrong = np.ones((2, 3), dtype=np.float32)
    for use in (index.search, index.scores, index.add):
        with pytest.raises(IndexMismatchError, match=r"dim 4.*\(2, 3\).*pincite index"):
            use(wrong)
    with pytest.raises(IndexMismatchError, match="shape"):
        index.search(np.ones(4, dtype=np.float32))


def test_a_saved_index_is_the_same_when_loaded(tmp_path: Path) -> None:
    passages = random_vectors(20, 8, 5)
    VectorIndex.build(passages).save(tmp_path / "v.faiss")
    loaded = VectorIndex.load(tmp_path / "v.faiss")
    assert (len(loaded), loaded.dim) == (20, 8)
    np.testing.assert_array_equal(loaded.vectors, passages)


def test_a_missing_or_cut_file_is_reported_with_its_mend(tmp_path: Path) -> None:
    path = tmp_path / "v.faiss"
    with pytest.raises(IndexDamagedError, match="pincite index"):
        VectorIndex.load(path)
    VectorIndex.build(random_vectors(20, 8, 6)).save(path)
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(IndexDamagedError, match="pincite index"):
        VectorIndex.load(path)
