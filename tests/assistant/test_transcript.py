from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document as read_word
from lxml import etree

from assistant.json_format import answer_json
from assistant.transcript import (
    Exchange,
    Referencing,
    Transcript,
    file_name,
    make_transcript,
)
from assistant.transcript_docx import write_docx
from assistant.transcript_json import write_json
from assistant.transcript_markdown import write_markdown
from assistant.transcript_words import ENGLISH
from corpus.catalogue import Catalogue
from corpus.readers import read_source
from corpus.types import Unit
from tests.support.small_library import garden, open_garden

if TYPE_CHECKING:
    from assistant.assistant import Assistant

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "<script>alert(1)</script> [x](javascript:y) **b** \x00\x1b[31m \u202eevil\udc80 # 1."


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_garden(tmp_path_factory.mktemp("garden"))


@pytest.fixture
def transcript(small: Assistant) -> Transcript:
    """Return three questions: two paragraphs by name, one without answer, one with an error."""
    exchanges = [
        Exchange("What do paras. 2 (b) and 3 say?", small.ask("What do paras. 2 (b) and 3 say?")),
        Exchange("Who bakes bread?", small.ask("Who bakes bread?"), within="2 documents"),
        Exchange("?!", None, "There is no word in it."),
    ]
    return make_transcript(exchanges, small.catalogue, "2024-05-01")


def link(symbol: str, unit: Unit) -> str:
    return f"http://127.0.0.1/?doc={symbol}&para={unit.label}"


def no_link(_symbol: str, _unit: Unit) -> str:
    return ""


def test_the_conversation_as_markdown_with_references_in_the_text(transcript: Transcript) -> None:
    text = write_markdown(transcript, "text", link)
    assert text.startswith("# What do paras. 2 (b) and 3 say?\n\nQuestions and answers from ")
    assert (
        "The gardeners shall plant:\n\n> “plums, by the wall.” "
        "([G/1, para. 2 (b)](<http://127.0.0.1/?doc=G/1&para=2(b)>))\n\n"
    ) in text
    assert "## Who bakes bread?\n\n*Asked of: 2 documents*\n\n*Confidence 0.02*" in text
    assert f"G/1 does not seem to answer this.\n\n{ENGLISH.nearest}\n\n- “" in text
    assert "## ?!\n\nThere is no word in it.\n\n" in text
    annex = text.partition(f"## {ENGLISH.annex}\n\n")[2]
    assert annex.startswith("### Report on the garden (G/1)\n\n**[para. 2 (b)](<")
    assert "> 3\\. The spade was lent to Ms. Olsen. Nobody has seen it since." in annex
    assert "Apples" not in annex  # near, but not cited


def test_the_conversation_as_markdown_with_footnotes(transcript: Transcript) -> None:
    text = write_markdown(transcript, "footnotes", no_link)
    assert "> “plums, by the wall.”[^1]\n\n" in text
    assert "\n\n[^1]: Report on the garden (G/1), para. 2 (b).\n\n[^2]: " in text
    assert text.count("[^2]") == 2


def test_the_conversation_as_json(transcript: Transcript) -> None:
    read = json.loads(write_json(transcript, link))
    assert (read["format"], read["made"]) == ("pincite-conversation-1", "2024-05-01")
    assert [turn["question"] for turn in read["turns"]] == [
        "What do paras. 2 (b) and 3 say?", "Who bakes bread?", "?!",
    ]  # fmt: skip
    answer = transcript.exchanges[0].answer
    assert answer is not None
    assert read["turns"][0]["answer"] == json.loads(json.dumps(answer_json(answer)))
    assert read["turns"][2] == {
        "question": "?!", "asked_of": "", "error": "There is no word in it.", "answer": None,
    }  # fmt: skip
    [source] = read["sources"]
    assert [unit["label"] for unit in source["units"]] == ["2(b)", "3"]
    assert source["units"][0]["text"] == "plums, by the wall."
    assert source["units"][0]["link"] == "http://127.0.0.1/?doc=G/1&para=2(b)"


def parts(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


def test_the_conversation_as_a_word_document(transcript: Transcript) -> None:
    word = read_word(io.BytesIO(write_docx(transcript, "text")))
    lines = [
        (paragraph.style and paragraph.style.name, paragraph.text) for paragraph in word.paragraphs
    ]
    assert lines[0] == ("Title", "What do paras. 2 (b) and 3 say?")
    assert ("Quote", "“plums, by the wall.” (G/1, para. 2 (b))") in lines
    assert ("Heading 1", ENGLISH.annex) in lines
    assert ("Heading 3", "para. 2 (b)") in lines
    assert word.core_properties.author == "Pincite"
    assert "word/footnotes.xml" not in parts(write_docx(transcript, "text"))


def test_footnotes_of_a_word_document_are_real(transcript: Transcript, tmp_path: Path) -> None:
    data = write_docx(transcript, "footnotes")
    found = parts(data)
    marks = [
        mark.get(f"{W}id") for mark in found["word/document.xml"].iter(f"{W}footnoteReference")
    ]
    notes = {note.get(f"{W}id"): note for note in found["word/footnotes.xml"]}
    assert list(notes) == ["-1", "0", *marks]
    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    assert "".join(notes["1"].itertext()) == " Report on the garden (G/1), para. 2 (b)."
    types = found["[Content_Types].xml"]
    assert any(one.get("PartName") == "/word/footnotes.xml" for one in types)
    settings = [etree.QName(one).localname for one in found["word/settings.xml"]]
    assert settings.index("footnotePr") < settings.index("compat")
    styles = {one.get(f"{W}styleId") for one in found["word/styles.xml"].iter(f"{W}style")}
    for part in ("word/document.xml", "word/footnotes.xml"):
        for name in ("pStyle", "rStyle"):
            assert {one.get(f"{W}val") for one in found[part].iter(f"{W}{name}")} <= styles
    # Pincite's own reader finds each note where its mark stands.
    path = tmp_path / "taken.docx"
    path.write_bytes(data)
    source = read_source(path)
    assert [note.text for note in source.notes][0].endswith("(G/1), para. 2 (b).")


def test_text_that_runs_from_right_to_left_does_so_in_word(small: Assistant) -> None:
    taken = make_transcript([Exchange("من يدفع؟", None, "no")], small.catalogue, "2024-05-01")
    body = parts(write_docx(taken, "text"))["word/document.xml"]
    question = next(one for one in body.iter(f"{W}p") if "من يدفع" in "".join(one.itertext()))
    assert question.find(f"{W}pPr/{W}bidi") is not None
    assert question.find(f"{W}r/{W}rPr/{W}rtl") is not None
    error = next(one for one in body.iter(f"{W}p") if "".join(one.itertext()) == "no")
    assert error.find(f"{W}pPr/{W}bidi") is None


@pytest.mark.parametrize("references", ["text", "footnotes"])
def test_hostile_text_is_text_in_every_format(small: Assistant, references: Referencing) -> None:
    document = garden(text=f"Report {HOSTILE[:40]}\n\n1. Apples.\n")
    hostile = replace(
        document,
        metadata=replace(document.metadata, title=HOSTILE, body=HOSTILE),
        units=tuple(
            replace(unit, heading_path=(HOSTILE,), notes=(HOSTILE,)) for unit in document.units
        ),
    )
    answer = replace(small.ask("What does para. 1 say?"), question=HOSTILE, read_as=HOSTILE)
    exchanges = [Exchange(HOSTILE, answer, within=HOSTILE), Exchange(HOSTILE, None, HOSTILE)]
    taken = make_transcript(exchanges, Catalogue([hostile]), "2024-05-01")
    text = write_markdown(taken, references, lambda *_: "http://x/?q=\n>)](y")
    assert text.encode("utf-8")
    for line in text.splitlines():
        assert "<script" not in line.replace("\\<script", "")
        assert "](javascript" not in line.replace("\\](javascript", "")
    assert json.loads(write_json(taken, link))["turns"][0]["question"] == HOSTILE
    shown = "\n".join(
        p.text for p in read_word(io.BytesIO(write_docx(taken, references))).paragraphs
    )
    assert "<script>alert(1)</script>" in shown
    assert "[U+202E]evil\ufffd" in shown
    name = file_name(taken.title, taken.made, "md")
    assert name == "pincite-2024-05-01-script-alert-1-script-x-javascript-y-b-31m-evil-1.md"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Who pays?", "pincite-2024-05-01-who-pays.md"),
        ("../../etc/passwd", "pincite-2024-05-01-etc-passwd.md"),
        ("Qui paie à Genève ?", "pincite-2024-05-01-qui-paie-à-genève.md"),
        ("من يدفع؟", "pincite-2024-05-01-من-يدفع.md"),
        ("?!", "pincite-2024-05-01.md"),
        ("x" * 200, f"pincite-2024-05-01-{'x' * 60}.md"),
    ],
)
def test_file_names_are_safe(title: str, name: str) -> None:
    assert file_name(title, "2024-05-01", "md") == name


def test_what_has_left_the_library_is_said(small: Assistant) -> None:
    answer = small.ask("What does para. 3 say?")
    taken = make_transcript([Exchange("Q?", answer)], Catalogue([garden("G/2")]), "2024-05-01")
    assert taken.sources[0].cautions == ("No longer in the library.",)
    assert "### G/1\n" in write_markdown(taken, "text", no_link)


def test_a_document_to_be_cited_with_care_says_so(small: Assistant) -> None:
    newer = replace(garden(), superseded_by="G/1/Rev.1")
    answer = small.ask("What does para. 3 say?")
    taken = make_transcript([Exchange("Q?", answer)], Catalogue([newer]), "2024-05-01")
    assert taken.sources[0].cautions == ("Superseded by G/1/Rev.1.",)


def test_an_empty_conversation_is_a_title(small: Assistant) -> None:
    taken = make_transcript([], small.catalogue, "2024-05-01")
    assert write_markdown(taken, "text", no_link).startswith("# Pincite\n")
    assert write_docx(taken, "footnotes")
