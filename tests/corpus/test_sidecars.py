from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from corpus.errors import MetadataError
from corpus.sidecars import MAX_BYTES, find_sidecar, parse_sidecar, read_sidecar, sidecars_in

GOOD = {"symbol": "A/1", "title": "Bees", "renditions": ["a.txt"]}


def parsed(**changes: object) -> str:
    """Return what is wrong with a metadata file of these fields."""
    with pytest.raises(MetadataError) as caught:
        parse_sidecar(json.dumps({**GOOD, **changes}).encode(), "m.json")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_metadata_file_gives_fields_and_renditions() -> None:
    data = json.dumps({**GOOD, "aliases": ["S/1"], "renditions": ["a.txt", "pdf/b.pdf"]}).encode()
    for start in (b"", b"\xef\xbb\xbf"):
        metadata, renditions = parse_sidecar(start + data, "m.json")
        assert (metadata.symbol, metadata.aliases) == ("A/1", ("S/1",))
        assert renditions == (PurePosixPath("a.txt"), PurePosixPath("pdf/b.pdf"))


def test_all_faults_are_named_at_once() -> None:
    assert parsed(symbol=3, colour="red", title="", renditions=[], aliases="S/1") == (
        "m.json: unknown field 'colour'; 'symbol' must be text; 'aliases' must be a list of "
        "texts; 'title' is missing; 'renditions' must list at least one file name. "
        "Correct the file."
    )


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/passwd", "C:a.txt", "x/../../a.txt", "", "a\x00.txt"]
)
def test_renditions_that_lie_elsewhere_are_a_fault(name: str) -> None:
    assert "must name files beside it or in folders below it" in parsed(renditions=[name])


def test_half_characters_are_no_text() -> None:
    assert "'title' must be text" in parsed(title="\ud800")
    assert "'renditions' must list" in parsed(renditions=["\udc00"])


@pytest.mark.parametrize("data", [b"", b"[1]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_object_is_refused(data: bytes) -> None:
    with pytest.raises(MetadataError, match="m.json"):
        parse_sidecar(data, "m.json")


def test_a_file_too_long_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    with pytest.raises(MetadataError, match="Cannot read"):
        read_sidecar(path)
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(MetadataError, match="too long for a metadata file"):
        read_sidecar(path)
    assert list(sidecars_in(tmp_path)) == []


def test_a_file_finds_the_metadata_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text(json.dumps(GOOD), encoding="utf-8")
    (tmp_path / "faulty.json").write_text('{"renditions": ["b.txt"]}', encoding="utf-8")
    (tmp_path / "other.json").write_text('{"a": 1}', encoding="utf-8")
    found = find_sidecar(tmp_path / "a.txt")
    assert found is not None
    assert found.renditions == (tmp_path / "a.txt",)
    assert find_sidecar(tmp_path / "b.txt") is None
    kinds = [(path.name, type(sidecar).__name__) for path, sidecar in sidecars_in(tmp_path)]
    assert kinds == [("faulty.json", "MetadataError"), ("m.json", "Sidecar")]
