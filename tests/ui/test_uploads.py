from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.uploads import MOST_FILES, Staging, Upload, file_name, reason_refused


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("A_80_67.en.pdf", "A_80_67.en.pdf"),
        ("S_RES_2778 (2025).en.pdf", "S_RES_2778 (2025).en.pdf"),
        ("تقرير.pdf", "تقرير.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\a.pdf", "a.pdf"),
        ("/a.pdf", "a.pdf"),
        ("..", "document"),
        ("", "document"),
        (".pdf", "document.pdf"),
        ("~$a.docx", "a.docx"),  # office programs lock files under such names
        ("a\nb\x1b[31m.txt", "a\ufffdb\ufffd[31m.txt"),
        ("\u202efdp.txt", "\ufffdfdp.txt"),
        ("<script>.txt", "<script>.txt"),
    ],
)
def test_a_name_is_kept_as_far_as_a_file_can_have_it(name: str, kept: str) -> None:
    assert file_name(name) == kept


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    assert file_name("x" * 300 + ".pdf") == "x" * 196 + ".pdf"  # 200 bytes
    assert file_name("é" * 300 + ".pdf") == "é" * 98 + ".pdf"  # two bytes each


@given(st.text())
def test_any_name_is_one_part_of_a_path(name: str) -> None:
    kept = file_name(name)
    assert kept not in ("", ".", "..")
    assert Path(kept).name == kept
    assert len(kept.encode("utf-8", "replace")) <= 200
    assert kept.isprintable() or "\u200c" in kept or "\u200d" in kept


def test_files_of_one_name_do_not_meet() -> None:
    staging = Staging([Upload("a.txt", b"one"), Upload("a.txt", memoryview(b"two"))])
    try:
        assert [path.read_bytes() for path in staging.paths] == [b"one", b"two"]
        assert [path.name for path in staging.paths] == ["a.txt", "a.txt"]
        # Nobody knows the folder, so no message may name it.
        first, second = staging.paths
        told = f"{first} is damaged; {second}: inner/b.pdf is too long."
        assert staging.shown(told) == "a.txt is damaged; a.txt: inner/b.pdf is too long."
    finally:
        staging.remove()
    assert not any(path.exists() for path in staging.paths)


def test_too_many_files_and_too_much_together_are_told_with_the_limit() -> None:
    assert reason_refused([1_000_000] * 5) == ""
    assert f"at most {MOST_FILES} " in reason_refused([1] * (MOST_FILES + 1))
    assert reason_refused([90_000_000] * 6).startswith("These are 540 MB; at most 500 MB")
