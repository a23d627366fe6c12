from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import IndexMissingError, UnknownDocumentError
from corpus.types import Document
from embeddings.build import build_library
from embeddings.generations import current_generation
from embeddings.library import open_library
from embeddings.listing import list_holdings
from embeddings.removal import remove_documents

if TYPE_CHECKING:
    from .conftest import FakeEncoder

MakeDocument = Callable[..., Document]


@pytest.fixture
def home(tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder) -> Path:
    """A library of A/1, B/2 and C/3 Add.1, which have no word in common."""
    documents = [
        make_document("A/1", {"1": "The cat sat.", "2": "A dog ran. It barked."}),
        make_document("B/2", {"1": "Rain fell."}),
        make_document("C/3 Add.1", {"1": "Snow came."}),
    ]
    build_library(tmp_path, documents, "fake", lambda *step: None, encoder=fake)
    fake.encoded = []
    return tmp_path


def symbols(home: Path) -> list[str]:
    return [holding.symbol for holding in list_holdings(home)]


def remove(home: Path, *symbols: str, everything: bool = False) -> list[str]:
    gone = remove_documents(home, symbols, lambda *step: None, everything=everything)
    return [document.symbol for document in gone]


def test_what_is_left_answers_as_before_and_nothing_is_embedded(
    home: Path, fake: FakeEncoder
) -> None:
    before = open_library(home, "fake", encoder=fake)
    assert remove(home, "B/2") == ["B/2"]
    assert fake.encoded == []
    after = open_library(home, "fake", encoder=fake)
    assert [d.symbol for d in after.catalogue.documents] == ["A/1", "C/3 Add.1"]
    kept = [row for row, p in enumerate(before.passages) if p.document != "B/2"]
    assert after.passages == tuple(before.passages[row] for row in kept)
    np.testing.assert_array_equal(after.vectors.vectors, before.vectors.vectors[kept])
    assert after.lexical_own.search("rain") == []
    assert after.lexical_own.search("snow")[0].row == 2


def test_case_and_blanks_do_not_matter_and_naming_one_twice_removes_it_once(home: Path) -> None:
    assert remove(home, "c/3add.1", "a/1", "A/1") == ["C/3 Add.1", "A/1"]
    assert symbols(home) == ["B/2"]


def test_a_document_can_be_named_by_another_symbol_that_it_carries(
    tmp_path: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    from dataclasses import replace

    made = make_document("A/1")
    joint = replace(made, metadata=replace(made.metadata, aliases=("S/7",)))
    build_library(tmp_path, [joint], "fake", lambda *step: None, encoder=fake)
    assert remove(tmp_path, "s/7") == ["A/1"]


def test_unknown_symbols_are_all_named_and_nothing_is_removed(home: Path) -> None:
    with pytest.raises(
        UnknownDocumentError, match=r"'X/1', 'Y/1'.*A/1, B/2, C/3 Add\.1.*pincite library"
    ):
        remove(home, "A/1", "X/1", "Y/1")
    assert len(symbols(home)) == 3


def test_without_the_last_document_the_library_is_empty_and_can_be_filled_again(
    home: Path, make_document: MakeDocument, fake: FakeEncoder
) -> None:
    assert remove(home, everything=True) == ["A/1", "B/2", "C/3 Add.1"]
    assert symbols(home) == []
    assert len(open_library(home, "fake", encoder=fake).catalogue) == 0
    assert remove(home, everything=True) == []
    with pytest.raises(UnknownDocumentError, match="holds: none"):
        remove(home, "A/1")
    build_library(home, [make_document("B/2")], "fake", lambda *step: None, encoder=fake)
    assert symbols(home) == ["B/2"]


def test_a_library_that_other_libraries_made_is_carried_over_as_it_is(
    home: Path, fake: FakeEncoder
) -> None:
    path = current_generation(home) / "manifest.json"
    path.write_text(path.read_text().replace('"bm25s": "', '"bm25s": "9.'))
    remove(home, "B/2")
    assert open_library(home, "fake", encoder=fake).manifest.versions["bm25s"].startswith("9.")
    # The next build makes it again, from the same vectors.
    build_library(home, [], "fake", lambda *step: None, encoder=fake)
    assert fake.encoded == []
    assert not open_library(home, "fake", encoder=fake).manifest.versions["bm25s"].startswith("9.")


def test_without_a_library_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="pincite index"):
        remove(tmp_path / "none", "A/1")
    assert not (tmp_path / "none").exists()
