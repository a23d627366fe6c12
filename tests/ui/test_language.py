"""The catalogues of the interface: whole, alike, and used."""

from __future__ import annotations

import ast
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

from ui import wording
from ui.language import (
    CATALOGUES,
    DEFAULT,
    LANGUAGES,
    in_this_language,
    listed,
    nearest,
    say,
    speaking,
    spoken,
)
from ui.retelling import ENGINE

UI = CATALOGUES.parent
SERIES = re.compile(r"(.+)-\d+")


class Variables(Visitor):
    """Collects what a message leaves open."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Return the messages of a catalogue, each with what it leaves open."""
    source = (CATALOGUES / f"{language}.ftl").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(source).body:
        assert not isinstance(entry, Junk), entry.content
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{entry.id.name} is there twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


def said() -> Iterator[tuple[str, str, set[str]]]:
    """Yield where a message is said by its name, the name, and what is put in."""
    for path in sorted(UI.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id != "say" or not isinstance(node.args[0], ast.Constant):
                continue
            place = f"{path.name}:{node.lineno}"
            yield place, str(node.args[0].value), {str(k.arg) for k in node.keywords}


def test_every_message_that_is_said_is_in_the_catalogue_with_what_it_takes() -> None:
    known = messages(DEFAULT)
    assert known
    wrong = [
        f"{place} {name}" for place, name, values in said() if known.get(name, {"?"}) != values
    ]
    assert wrong == []


def own_messages(language: str) -> dict[str, set[str]]:
    """Return the messages that the interface itself says; the engine's are in `ui.retelling`."""
    return {n: v for n, v in messages(language).items() if not n.startswith(ENGINE)}


def test_every_message_of_the_catalogue_is_said() -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in UI.glob("*.py"))
    words = re.sub(r"key=f?([\"']).*?\1", "", words)  # the names of elements are no messages

    def used(name: str) -> bool:
        series = SERIES.fullmatch(name)
        return any(
            f'"{one}"' in words or f"'{one}'" in words for one in (name, series and series[1])
        )

    referred = (CATALOGUES / f"{DEFAULT}.ftl").read_text(encoding="utf-8")
    unused = [n for n in own_messages(DEFAULT) if not used(n) and f"{{ {n} }}" not in referred]
    assert unused == []


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != DEFAULT])
def test_a_catalogue_has_all_messages_with_the_same_left_open(language: str) -> None:
    assert own_messages(language) == own_messages(DEFAULT)
    assert messages(language).keys() == messages(DEFAULT).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said_in_every_language(language: str) -> None:
    with speaking(language):
        for name, values in messages(DEFAULT).items():
            for number in (0, 1, 2, 1234567):
                text = say(name, **dict.fromkeys(values, number))
                assert text == text.strip()
                assert "{" not in text and "}" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_read_as_markdown_or_html(language: str) -> None:
    with speaking(language):
        for name, values in own_messages(DEFAULT).items():
            assert not re.search(
                r"[<>*_`\[\]$#|\\]|&\w+;", say(name, **dict.fromkeys(values, 1))
            ), name


def test_numbers_and_lists_are_written_as_the_language_writes_them() -> None:
    assert say("all-of", total=12345) == "All 12,345 documents"
    assert say("chance-is", share=0.93) == "93%"
    assert listed(["a", "b", "c"]) == "a, b and c"
    with speaking("fr"):
        assert "12\u202f345" in say("all-of", total=12345)
        assert say("chance-is", share=0.93) == "93\u00a0%"
        assert listed(["a", "b", "c"]) == "a, b et c"
    with speaking("es"):
        assert "12.345" in say("all-of", total=12345)
        assert listed(["a", "b", "c"]) == "a, b y c"


def test_what_no_catalogue_has_and_what_lacks_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("no-such-message")
    with pytest.raises(ValueError, match="asked-of"):
        say("asked-of")


def test_a_catalogue_that_lacks_a_message_says_it_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import language

    (tmp_path / "en.ftl").write_text("one = One\ntwo = Two\n", encoding="utf-8")
    (tmp_path / "fr.ftl").write_text("one = Un\n", encoding="utf-8")
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    language._bundle.cache_clear()
    try:
        with speaking("fr"):
            assert (say("one"), say("two")) == ("Un", "Two")
    finally:
        language._bundle.cache_clear()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["fr-CH", "en"], "fr"),
        (["de-AT", "es-419"], "es"),
        (["ES_mx"], "es"),
        ([None, "", "de"], "en"),
        ([], "en"),
    ],
)
def test_the_nearest_language_is_the_first_that_there_is(
    wanted: list[str | None], found: str
) -> None:
    assert nearest(wanted) == found


def test_work_in_another_thread_speaks_as_where_it_was_begun() -> None:
    heard: list[str] = []
    with speaking("es"):
        work = in_this_language(lambda: heard.append(spoken()))
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert heard == ["es"]
    with speaking("xx"):
        assert spoken() == DEFAULT


def test_a_series_of_messages_ends_where_there_is_no_next_one() -> None:
    assert len(wording.paragraphs("limits-text")) == 3
    assert wording.paragraphs("no-such-series") == ()
