from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from corpus.archive import Member, is_zip, list_members, read_member
from corpus.errors import UnreadableFileError
from corpus.limits import Limits

LIMITS = Limits()
LEADS_OUT = "has a name that leads out of its archive. Pack it again under a plain name."


def packed(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """Return an archive of these members; `zipfile` lets any name pass."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def write(folder: Path, data: bytes) -> Path:
    path = folder / "a.zip"
    path.write_bytes(data)
    return path


def members(folder: Path, data: bytes, limits: Limits = LIMITS) -> tuple[Member, ...]:
    found = list_members(write(folder, data), limits)
    assert found is not None
    return found


def bytes_of(folder: Path, member: Member, limits: Limits = LIMITS) -> bytes:
    return read_member(folder / "a.zip", member.address, member.name, limits)


def test_members_are_listed_and_read_by_their_place(tmp_path: Path) -> None:
    data = packed(("b.txt", b"two"), ("folder/", b""), ("folder/a.txt", b"one"))
    found = members(tmp_path, data)
    assert [(m.name, bytes_of(tmp_path, m)) for m in found] == [
        ("b.txt", b"two"),
        ("folder/a.txt", b"one"),
    ]
    assert is_zip(data[:4])


def test_what_systems_leave_in_archives_is_passed_over(tmp_path: Path) -> None:
    names = ("__MACOSX/._a.txt", ".hidden/a.txt", "x/.DS_Store", "~$a.docx", "a.txt")
    found = members(tmp_path, packed(*((name, b"x") for name in names)))
    assert [m.name for m in found] == ["a.txt"]


@pytest.mark.parametrize(
    "name",
    ["../a.txt", "x/../../a.txt", "/a.txt", "\\\\host\\a.txt", "C:\\a.txt", "c:a.txt", "..\\a.txt"],
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    (found,) = members(tmp_path, packed((name, b"x")))
    assert found.refusal == LEADS_OUT


def test_a_name_with_nul_is_refused(tmp_path: Path) -> None:
    data = packed(("axx.txt", b"x")).replace(b"axx.txt", b"a\0x.txt")
    (found,) = members(tmp_path, data)
    assert (found.name, found.refusal) == ("a\ufffdx.txt", LEADS_OUT)


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    (found,) = members(tmp_path, packed((link, b"/etc/passwd")))
    assert found.refusal == "is a link, not a file. Pack the file itself."


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed(("a.txt", b"x")))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag in the central directory
    (found,) = members(tmp_path, bytes(data))
    assert found.refusal == "is locked with a password. Pack it again without one."


def test_a_rare_method_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", b"x")
    (found,) = members(tmp_path, stream.getvalue())
    assert "method that is not read" in found.refusal


def test_one_name_twice_is_two_files(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed(("a.txt", b"one"), ("a.txt", b"two"))
    found = members(tmp_path, data)
    assert [(m.name, bytes_of(tmp_path, m)) for m in found] == [
        ("a.txt", b"one"),
        ("a.txt (2 of that name)", b"two"),
    ]


def test_names_are_read_as_utf_8_where_they_are_and_never_fail(tmp_path: Path) -> None:
    # zipfile marks names that are not ASCII as UTF-8; other programs write them without the mark.
    utf8 = "отчёт.txt".encode()
    data = packed(("x" * len(utf8), b"1"), ("y\x1b[2J\n.txt", b"2"), ("zzz.txt", b"3"))
    data = data.replace(b"x" * len(utf8), utf8).replace(b"zzz.txt", b"\xff\xfez.txt")
    names = [m.name for m in members(tmp_path, data)]
    assert names[:2] == ["отчёт.txt", "y\ufffd[2J\ufffd.txt"]
    assert names[2].endswith("z.txt")


def test_an_archive_in_an_archive_is_read_and_one_in_that_is_refused(tmp_path: Path) -> None:
    innermost = packed(("deep.txt", b"deep"))
    inner = packed(("x.txt", b"inside"), ("third.zip", innermost))
    found = members(tmp_path, packed(("f/inner.zip", inner), ("y.txt", b"outside")))
    assert [(m.name, m.refusal) for m in found] == [
        ("f/inner.zip: x.txt", ""),
        ("f/inner.zip: third.zip", "is a ZIP in a ZIP in a ZIP. Unpack the outer ones."),
        ("y.txt", ""),
    ]
    assert bytes_of(tmp_path, found[0]) == b"inside"


def test_a_damaged_inner_archive_costs_itself_alone(tmp_path: Path) -> None:
    found = members(tmp_path, packed(("inner.zip", b"PK\x03\x04junk"), ("y.txt", b"y")))
    assert [(m.name, bool(m.refusal)) for m in found] == [("inner.zip", True), ("y.txt", False)]


def test_a_bomb_is_stopped_while_it_is_unpacked(tmp_path: Path) -> None:
    # Zeros pack a thousand to one: 30 MB in 30 kB.
    (found,) = members(tmp_path, packed(("a.txt", bytes(30_000_000))))
    with pytest.raises(UnreadableFileError, match="more than 200 times its length. Split it."):
        bytes_of(tmp_path, found)
    with pytest.raises(UnreadableFileError, match="more than 1,000,000 bytes. Split it."):
        bytes_of(tmp_path, found, Limits(bytes=1_000_000))
    assert members(tmp_path, packed(("b.txt", bytes(9_000_000))))[0].refusal == ""


def test_a_header_that_lies_about_the_length_gains_nothing(tmp_path: Path) -> None:
    data = bytearray(packed(("a.txt", bytes(5_000_000))))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (10).to_bytes(4, "little")
    (found,) = members(tmp_path, bytes(data), Limits(bytes=1000))
    with pytest.raises(UnreadableFileError, match="cannot be unpacked: Bad CRC"):
        bytes_of(tmp_path, found, Limits(bytes=1000))


def test_a_member_that_says_it_is_too_long_is_refused(tmp_path: Path) -> None:
    (found,) = members(tmp_path, packed(("a.txt", bytes(2000))), Limits(bytes=1000))
    assert found.refusal == "has 2,000 bytes; the most is 1,000. Split it."


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    data = packed(*((f"{n}.txt", b"x") for n in range(11)))
    with pytest.raises(UnreadableFileError, match="more than 10 entries. Split it."):
        members(tmp_path, data, Limits(members=10))


@pytest.mark.parametrize("cut", [1, 10, 22, 30, 60, 90])
def test_a_damaged_archive_is_refused_in_one_line(tmp_path: Path, cut: int) -> None:
    path = write(tmp_path, packed(("a.txt", b"x"))[:-cut])
    with pytest.raises(UnreadableFileError, match="cannot be unpacked") as caught:
        list_members(path, LIMITS)
    assert "\n" not in str(caught.value)


def test_a_place_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, packed(("a.txt", b"x")))
    with pytest.raises(UnreadableFileError, match="cannot be unpacked"):
        read_member(path, (7,), "x", LIMITS)


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype"])
def test_office_documents_and_books_are_no_archives(tmp_path: Path, name: str) -> None:
    assert list_members(write(tmp_path, packed((name, b"x"))), LIMITS) is None


def test_metadata_files_come_with_their_bytes(tmp_path: Path) -> None:
    found = members(tmp_path, packed(("a.json", b"{}"), ("b.json", bytes(2_000_000))))
    assert [(m.name, m.metadata) for m in found] == [("a.json", b"{}"), ("b.json", None)]
