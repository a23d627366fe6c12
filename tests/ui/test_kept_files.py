from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.readers.pdf_view import Sheet, Words
from corpus.types import Document, Rendition
from embeddings.originals import keep
from tests.support.pdf_files import Text, make_pdf
from ui.kept_files import PageImages, original_of, printed_of, read_again

WORDS = "1. Pears and plums were planted by the wall of the garden."
PDF = make_pdf([[Text(100, 100, WORDS)], [Text(100, 100, "2. No meeting was held.")]])
SHA256 = hashlib.sha256(PDF).hexdigest()


@pytest.fixture
def images() -> Iterator[PageImages]:
    images = PageImages()
    yield images
    images.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    assert keep(tmp_path, SHA256, PDF)
    return tmp_path / "files" / f"{SHA256}.pdf"


def test_the_kept_pdf_of_a_document_is_found(
    tmp_path: Path, path: Path, make_document: Callable[..., Document]
) -> None:
    bare = make_document()
    pdf, word = Rendition("a.pdf", SHA256, "pdf", 2), Rendition("a.docx", "1" * 64, "docx")
    assert original_of(tmp_path, replace(bare, renditions=(pdf, word))) == path
    # The units are the Word file's, which has no pages.
    assert original_of(tmp_path, replace(bare, renditions=(word, pdf))) is None
    # Its pages are known from the PDF all the same.
    assert printed_of(tmp_path, replace(bare, renditions=(word, pdf))) == path
    assert printed_of(tmp_path, replace(bare, renditions=(pdf, word))) == path
    assert printed_of(tmp_path, replace(bare, renditions=(word,))) is None
    lost = replace(pdf, sha256="2" * 64)
    assert original_of(tmp_path, replace(bare, renditions=(lost,))) is None
    assert original_of(tmp_path, bare) is None


def test_a_page_is_drawn_once(path: Path, images: PageImages) -> None:
    sheet = Sheet(path, (Words(1, WORDS, 3, len(WORDS)),))
    first = images.view(sheet)
    assert first.png.startswith(b"\x89PNG")
    assert (first.page, first.pages) == (1, 2)
    assert first.boxed is not None
    path.unlink()
    assert images.view(sheet) is first


def test_a_page_that_cannot_be_drawn_is_told_and_the_next_one_is_drawn(
    path: Path, images: PageImages
) -> None:
    with pytest.raises(UnreadableFileError, match="no page 9"):
        images.view(Sheet(path, page=9))
    assert images.view(Sheet(path, page=2)).page == 2


def test_a_kept_file_is_read_again(path: Path) -> None:
    assert [unit.label for unit in read_again(path).units] == ["1", "2"]
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_again(path)
