"""Files of questions: what is read, what is refused, and how results are written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.batch import MOST_SHOWN, BatchLine, open_whole, read_batch
from assistant.scope import Scope
from corpus.errors import BatchError


def write(folder: Path, *lines: str | bytes) -> Path:
    path = folder / "in.jsonl"
    path.write_bytes(b"\n".join(ln if isinstance(ln, bytes) else ln.encode() for ln in lines))
    return path


def test_reads_id_and_question_alone(tmp_path: Path) -> None:
    path = write(tmp_path, '{"id": "q1", "question": "Who?"}')
    assert read_batch(path) == (BatchLine("q1", "Who?", (), None, 1),)


def test_reads_history_and_document_and_leaves_other_fields_alone(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '{"id": "a", "question": "And then?", "history": ["Who?", "When?"], "document": "X/1", '
        '"gold": ["25"], "kind": {"deep": [1]}}',
        '{"id": "b", "question": "?", "history": null, "document": null}',
    )
    assert read_batch(path) == (
        BatchLine("a", "And then?", ("Who?", "When?"), "X/1", 1),
        BatchLine("b", "?", (), None, 2),
    )


def test_skips_blank_lines_and_keeps_the_files_line_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, "", '{"id": "a", "question": "1"}', "  \t", '{"id":"b","question":"2"}')
    assert [(ln.id, ln.line) for ln in read_batch(path)] == [("a", 2), ("b", 4)]


def test_reads_a_byte_order_mark_carriage_returns_and_separators_inside_text(
    tmp_path: Path,
) -> None:
    # U+2028 ends a line for str.splitlines, but not in a JSONL file.
    path = write(
        tmp_path,
        b"\xef\xbb\xbf" + '{"id": "a", "question": "one\u2028two"}\r'.encode(),
        '{"id": "b", "question": "é"}\r',
    )
    assert [ln.question for ln in read_batch(path)] == ["one\u2028two", "é"]


def test_a_default_document_holds_for_lines_that_name_none(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '{"id": "a", "question": "?"}',
        '{"id": "b", "question": "?", "document": "Y/2"}',
    )
    assert [ln.document for ln in read_batch(path, document="X/1")] == ["X/1", "Y/2"]


def test_limits_of_a_line_go_before_those_of_all_lines(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '{"id": "a", "question": "?", "documents": ["X/1", "X/2"], "body": "Council", '
        '"since": 2024, "until": "2025-06", "language": ["en", "fr"], '
        '"document_kind": "report", "all_revisions": true}',
        '{"id": "b", "question": "?", "kind": "paraphrase"}',
        '{"id": "c", "question": "?", "document": "Y/2"}',
        '{"id": "d", "question": "?", "documents": null, "since": null}',
    )
    assert [line.scope for line in read_batch(path)] == [
        Scope(("X/1", "X/2"), ("Council",), "2024", "2025-06", ("en", "fr"), ("report",), True),
        Scope(),
        Scope(),
        Scope(),
    ]
    default = Scope(("Z/1",), ("Assembly",))
    of_all = read_batch(path, scope=default)
    assert of_all[0].scope.bodies == ("Council",)
    assert of_all[1].scope == of_all[3].scope == default
    # A line's own document takes the place of those of all lines.
    assert (of_all[2].document, of_all[2].scope) == ("Y/2", Scope((), ("Assembly",)))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"id": "a", "question": "?", "documents": [7]}', '"documents" is not text or a list'),
        ('{"id": "a", "question": "?", "body": ""}', '"body" is not text or a list of texts'),
        ('{"id": "a", "question": "?", "since": true}', '"since" is true or false, not a year'),
        ('{"id": "a", "question": "?", "until": []}', '"until" is a list, not a year or date'),
        (
            '{"id": "a", "question": "?", "all_revisions": "yes"}',
            '"all_revisions" is text, not true or false',
        ),
        ('{"id": "a", "question": "?", "body": "\\ud800"}', "half a character"),
        ("{not json}", "not JSON (Expecting property name enclosed in double quotes at column 2)"),
        (b'{"id": "a", "question": "\xff"}', "not UTF-8 at byte 26"),
        ("[1, 2]", "not an object but a list"),
        ('"text"', "not an object but text"),
        ("7", "not an object but a number"),
        ("true", "not an object but true or false"),
        ("null", "not an object but null"),
        ('{"question": "?"}', 'no "id"'),
        ('{"id": "a"}', 'no "question"'),
        ('{"id": 7, "question": "?"}', '"id" is a number, not text'),
        ('{"id": " ", "question": "?"}', '"id" is empty'),
        ('{"id": "a", "question": null}', '"question" is null, not text'),
        ('{"id": "a", "question": "?", "history": "Who?"}', '"history" is not a list of questions'),
        ('{"id": "a", "question": "?", "history": [1]}', '"history" is not a list of questions'),
        ('{"id": "a", "question": "?", "document": 1}', '"document" is not a symbol'),
        ('{"id": "a", "question": "?", "document": ""}', '"document" is not a symbol'),
        ('{"id": "a", "question": "\\ud800"}', "half a character"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_fault(
    tmp_path: Path, line: str | bytes, fault: str
) -> None:
    path = write(tmp_path, '{"id": "good", "question": "?"}', "", line)
    with pytest.raises(BatchError) as caught:
        read_batch(path)
    message = str(caught.value)
    assert message.startswith(f"{path} has 1 bad line: line 3: ")
    assert fault in message
    assert 'Write each line as {"id": "q1", "question": ' in message


def test_all_bad_lines_are_reported_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path, "{", '{"id": "a", "question": "?"}', "[]", '{"id": "a", "question": "?"}'
    )
    with pytest.raises(BatchError) as caught:
        read_batch(path)
    message = str(caught.value)
    assert "3 bad lines" in message
    assert [f"line {n}: " in message for n in (1, 2, 3, 4)] == [True, False, True, True]
    assert 'id "a" is already on line 2' in message
    assert "\n" not in message


def test_very_many_bad_lines_are_counted_beyond_the_first(tmp_path: Path) -> None:
    path = write(tmp_path, *["{"] * (MOST_SHOWN + 5))
    with pytest.raises(BatchError, match=rf"{MOST_SHOWN + 5} bad lines: .*; and 5 more"):
        read_batch(path)


def test_an_id_with_white_space_is_bad_only_for_a_run(tmp_path: Path) -> None:
    path = write(tmp_path, '{"id": "q 1", "question": "?"}')
    assert read_batch(path)[0].id == "q 1"
    with pytest.raises(BatchError, match='line 1: id "q 1" has white space'):
        read_batch(path, for_run=True)


def test_a_missing_file_and_a_folder_are_stated_errors(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="No file .*gone.jsonl"):
        read_batch(tmp_path / "gone.jsonl")
    with pytest.raises(BatchError, match="Cannot read .*: Is a directory"):
        read_batch(tmp_path)


def test_an_empty_file_is_no_questions(tmp_path: Path) -> None:
    assert read_batch(write(tmp_path, "", " ")) == ()


def test_results_appear_only_when_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old", encoding="utf-8")
    with open_whole(path) as stream:
        stream.write("new ")
        stream.flush()
        assert path.read_text(encoding="utf-8") == "old"
        stream.write("and whole")
    assert path.read_text(encoding="utf-8") == "new and whole"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_a_failure_leaves_the_old_results_and_no_scraps(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), open_whole(path) as stream:
        stream.write("half")
        raise KeyboardInterrupt
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_results_have_the_rights_that_any_new_file_gets(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    with open_whole(tmp_path / "out") as stream:
        stream.write("x")
    assert (tmp_path / "out").stat().st_mode == ordinary.stat().st_mode


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    with open_whole(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    with open_whole(Path(os.devnull)) as stream:
        stream.write("gone")
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "is a folder. Name a file in it"),
        ("none/out.jsonl", "No folder .*none to write out.jsonl in. Make it: mkdir -p "),
    ],
)
def test_a_place_that_cannot_be_written_is_a_stated_error(
    tmp_path: Path, name: str, message: str
) -> None:
    with pytest.raises(BatchError, match=message), open_whole(tmp_path / name):
        pass
