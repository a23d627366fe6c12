from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IndexDamagedError
from embeddings.lexical_index import LexicalIndex, tokenize

TEXTS = ["cat dog", "cat cat fish", "", "bird"]


def test_idf_is_worked_out_as_lucene_does() -> None:
    index = LexicalIndex.build(TEXTS)
    # N = 4; "cat" is in 2 texts: ln(1 + 2.5/2.5); "dog" in 1: ln(1 + 3.5/1.5); "cow" in none.
    assert index.idf("cat") == pytest.approx(math.log(2))
    assert index.idf("dog") == pytest.approx(math.log(1 + 3.5 / 1.5))
    assert index.idf("cow") == pytest.approx(math.log(1 + 4.5 / 0.5))


def test_a_score_is_worked_out_by_hand() -> None:
    index = LexicalIndex.build(TEXTS, k1=1.5, b=0.75)
    # Lengths 2, 3, 0, 1: mean 1.5. "cat" in the second text: tf 2, length 3,
    # tf / (tf + k1 (1 - b + b length / mean)) = 2 / (2 + 1.5 (0.25 + 0.75 * 2)) = 2 / 4.625.
    expected = math.log(2) * 2 / 4.625
    assert index.scores("cats")[1] == pytest.approx(expected)
    # A term that the query repeats counts twice.
    assert index.scores("cat cats")[1] == pytest.approx(2 * expected)


def test_scores_are_float32_and_zero_without_a_shared_term() -> None:
    scores = LexicalIndex.build(TEXTS).scores("fish cow")
    assert scores.dtype == np.float32
    assert scores.shape == (4,)
    assert (scores > 0).tolist() == [False, True, False, False]


@given(
    st.lists(st.text("abcd ", max_size=12), min_size=1, max_size=8),
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=4),
)
def test_scores_equal_those_of_bm25s(texts: list[str], words: list[str]) -> None:
    import bm25s

    # Doubled letters, because "a" alone is a function word.
    doubled = [" ".join(2 * word for word in text.split()) for text in texts]
    query = " ".join(2 * word for word in words)
    ours = LexicalIndex.build(doubled).scores(query)
    counted = [tokenize(text) for text in doubled]
    known = {term for found in counted for term in found}
    wanted = [term for term in tokenize(query) if term in known]
    if not wanted:
        assert not ours.any()
        return
    reference = bm25s.BM25(method="lucene", k1=1.5, b=0.75, backend="numpy")
    reference.index(counted, show_progress=False)
    np.testing.assert_allclose(ours, reference.get_scores(wanted), rtol=1e-6)


def test_search_ranks_by_score_and_leaves_out_texts_without_a_shared_term() -> None:
    index = LexicalIndex.build(["cat", "dog cat", "cat", "bird"])
    hits = index.search("cat", 10)
    # The two texts that are "cat" alone tie; the longer one comes after.
    assert [(hit.row, hit.rank) for hit in hits] == [(0, 1), (2, 2), (1, 3)]
    assert [hit.row for hit in index.search("cat", 2)] == [0, 2]
    assert index.search("cat", 0) == []
    assert index.search("cow", 5) == []


def test_the_texts_with_a_term_are_given_by_row() -> None:
    index = LexicalIndex.build(TEXTS)
    assert sorted(index.texts_with("cat").tolist()) == [0, 1]
    assert index.texts_with("bird").tolist() == [3]
    assert index.texts_with("cow").tolist() == []


def test_vocabulary_counts_the_texts_a_term_is_in() -> None:
    assert dict(LexicalIndex.build(TEXTS).vocabulary) == {"bird": 1, "cat": 2, "dog": 1, "fish": 1}


@pytest.mark.parametrize("texts", [[], [""], ["", "the"]])
def test_texts_without_terms_are_rows_that_nothing_finds(texts: list[str], tmp_path: Path) -> None:
    index = LexicalIndex.build(texts)
    index.save(tmp_path / "l.npz")
    for each in (index, LexicalIndex.load(tmp_path / "l.npz")):
        assert len(each) == len(texts)
        assert each.scores("cat").tolist() == [0.0] * len(texts)
        assert each.search("cat") == []
        assert dict(each.vocabulary) == {}


def test_building_writes_nothing_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    LexicalIndex.build(TEXTS)
    assert capfd.readouterr() == ("", "")


def test_a_saved_index_is_the_same_when_loaded(tmp_path: Path) -> None:
    index = LexicalIndex.build([*TEXTS, "Ørsted café"])
    index.save(tmp_path / "l.npz")
    loaded = LexicalIndex.load(tmp_path / "l.npz")
    assert len(loaded) == 5
    assert loaded.vocabulary == index.vocabulary
    for query in ("cat fish", "café", "Ørsted"):
        np.testing.assert_array_equal(loaded.scores(query), index.scores(query))


def test_a_file_cut_anywhere_is_reported_with_its_mend(tmp_path: Path) -> None:
    path = tmp_path / "l.npz"
    with pytest.raises(IndexDamagedError, match="pincite index"):
        LexicalIndex.load(path)
    LexicalIndex.build(TEXTS).save(path)
    whole = path.read_bytes()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(IndexDamagedError, match="pincite index"):
            LexicalIndex.load(path)
