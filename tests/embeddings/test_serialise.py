from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.documents import shipped_report
from corpus.errors import IndexDamagedError
from corpus.types import Document
from embeddings.serialise import read_documents, read_passages, write_documents, write_passages
from embeddings.types import Passage


def test_documents_come_back_as_they_were(
    tmp_path: Path, make_document: Callable[..., Document]
) -> None:
    # U+2028 is a line end to str.splitlines, and must not be one here.
    documents = (shipped_report(), make_document("Ñ/1", {"1": "A line\u2028and more."}))
    write_documents(tmp_path / "d.jsonl", documents)
    assert read_documents(tmp_path / "d.jsonl") == documents


def test_passages_come_back_as_they_were(tmp_path: Path) -> None:
    passages = (
        Passage("A/1", "51(j)(iii)", "context", "Lost “wages”;\n", 0, 14),
        Passage("A/1", "1", "sentence", "", 3, 3),
    )
    write_passages(tmp_path / "p.jsonl", passages)
    assert read_passages(tmp_path / "p.jsonl") == passages


@pytest.mark.parametrize("content", [b'{"document": "A', b'{"other": 1}\n', b"[1]\n", b"\xff\n"])
def test_a_file_that_cannot_be_read_is_reported_with_its_mend(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    for read in (read_documents, read_passages):
        with pytest.raises(IndexDamagedError, match=r"x\.jsonl.*pincite index"):
            read(path)


def test_a_missing_file_is_reported_with_its_mend(tmp_path: Path) -> None:
    with pytest.raises(IndexDamagedError, match=r"none\.jsonl.*pincite index"):
        read_documents(tmp_path / "none.jsonl")
