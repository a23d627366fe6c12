from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from embeddings.journal import (
    VectorJournal,
    journals_folder,
    record_bytes,
    remove_stale_journals,
    text_digest,
)

HEADER = 56  # 16 of magic, 32 of key, 4 of dim, 4 of checksum
RECORD = 32 + 4 * 3 + 4
TEXTS = ("one", "two", "three")
DIGESTS = [text_digest(text) for text in TEXTS]
VECTORS = np.eye(3, dtype=np.float32)


def journal(home: Path, model: str = "m", dim: int = 3) -> VectorJournal:
    return VectorJournal(home, model, "w" * 64, dim)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder whose journal holds a vector for each of `TEXTS`."""
    with journal(tmp_path) as made:
        made.add(DIGESTS[:2], VECTORS[:2])
        made.add(DIGESTS[2:], VECTORS[2:])
    return tmp_path


def path_of(home: Path) -> Path:
    with journal(home) as again:
        return again.path


def found(home: Path, model: str = "m", dim: int = 3) -> int:
    with journal(home, model, dim) as again:
        return again.found


def held(home: Path) -> list[str]:
    """Return the texts whose vectors a journal opened now has, each checked."""
    with journal(home) as again:
        for digest, vector in zip(DIGESTS, VECTORS, strict=True):
            if digest in again:
                np.testing.assert_array_equal(again.vector(digest), vector)
        return [text for text, digest in zip(TEXTS, DIGESTS, strict=True) if digest in again]


def test_nothing_is_written_before_there_is_a_vector(tmp_path: Path) -> None:
    with journal(tmp_path) as made:
        assert (len(made), made.found) == (0, 0)
    assert list(tmp_path.iterdir()) == []


def test_vectors_are_there_when_it_is_opened_again(home: Path) -> None:
    assert path_of(home).stat().st_size == HEADER + 3 * RECORD
    assert record_bytes(3) == RECORD
    assert found(home) == 3
    assert held(home) == ["one", "two", "three"]


def test_a_torn_end_is_cut_off_wherever_it_is_torn(home: Path) -> None:
    path = path_of(home)
    whole = path.read_bytes()
    for size in range(len(whole) + 1):
        path.write_bytes(whole[:size])
        records = max(size - HEADER, 0) // RECORD
        assert held(home) == list(TEXTS[:records])
        # What comes after is in step again.
        with journal(home) as again:
            again.add(DIGESTS, VECTORS)
        assert held(home) == list(TEXTS)


def test_a_damaged_record_is_skipped_and_the_others_are_kept(home: Path) -> None:
    path = path_of(home)
    whole = path.read_bytes()
    for at in range(HEADER + RECORD, HEADER + 2 * RECORD):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert held(home) == ["one", "three"]


def test_a_damaged_header_makes_an_empty_journal_that_works(home: Path) -> None:
    path = path_of(home)
    whole = path.read_bytes()
    for at in range(HEADER):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert held(home) == []
        with journal(home) as again:
            again.add(DIGESTS[:1], VECTORS[:1])
        assert held(home) == ["one"]


def test_blocks_that_a_power_cut_left_empty_are_no_vectors(home: Path) -> None:
    with path_of(home).open("ab") as stream:
        stream.write(bytes(5 * RECORD))
    assert held(home) == list(TEXTS)
    assert found(home) == 3


def test_each_model_has_its_own(home: Path) -> None:
    assert found(home, model="n") == 0
    assert found(home, dim=4) == 0
    with VectorJournal(home, "m", "x" * 64, 3) as other_weights:
        assert other_weights.found == 0
        with pytest.raises(KeyError):
            other_weights.vector(DIGESTS[0])


def test_removing_it_leaves_nothing(home: Path) -> None:
    journal(home).remove()
    assert list(journals_folder(home).iterdir()) == []
    assert held(home) == []


def test_one_that_nobody_went_on_with_for_a_month_is_given_up(home: Path) -> None:
    path = path_of(home)
    written = path.stat().st_mtime
    remove_stale_journals(home, lambda: written + 29 * 24 * 3600)
    assert path.exists()
    remove_stale_journals(home, lambda: written + 31 * 24 * 3600)
    assert not path.exists()


def test_a_text_with_half_characters_has_a_digest() -> None:
    assert len(text_digest("\ud800")) == 32


def test_it_can_be_read_while_it_grows(tmp_path: Path) -> None:
    with journal(tmp_path) as made:
        for at in range(3):
            made.add(DIGESTS[at : at + 1], VECTORS[at : at + 1])
            np.testing.assert_array_equal(made.vector(DIGESTS[0]), VECTORS[0])
        assert os.path.getsize(made.path) == HEADER + 3 * RECORD
