from __future__ import annotations

import io
import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from docx import Document as read_word

from assistant.assistant import Assistant
from assistant.transcript_words import Words
from tests.support.small_library import GARDEN, open_garden
from ui.conversation import Conversation
from ui.language import DEFAULT, LANGUAGES, say, speaking
from ui.taking_away import chat_file, chat_title
from ui.taking_away_words import transcript_words

QUESTION = "What does para. 3 say?"
PAGE = "http://127.0.0.1:8501/"


@pytest.mark.parametrize("extension", ["docx", "md", "json"])
def test_a_chat_becomes_a_file(tmp_path: Path, extension: str) -> None:
    assistant = open_garden(tmp_path)
    conversation = Conversation().answered(QUESTION, assistant.ask(QUESTION))
    conversation = conversation.failed("?!", "There is no word in it.", "1 document")
    assert chat_title(conversation) == QUESTION
    data = chat_file(
        conversation, assistant, extension, "text", title="Spades", made="2024-05-01", page=PAGE
    )
    reference = "G/1, para. 3"
    if extension == "docx":
        lines = [paragraph.text for paragraph in read_word(io.BytesIO(data)).paragraphs]
        assert lines[0] == "Spades"
        assert any(line.endswith(f"” ({reference})") for line in lines)
    elif extension == "json":
        read = json.loads(data.decode("utf-8"))
        assert read["turns"][0]["answer"]["citations"][0]["reference"] == reference
        assert read["turns"][1]["asked_of"] == "1 document"
        assert read["sources"][0]["units"][0]["link"].startswith(f"{PAGE}?doc=G/1&para=3&digest=")
    else:
        text = data.decode("utf-8")
        assert text.startswith("# Spades\n")
        assert f"([{reference}](<{PAGE}?doc=G/1&para=3&digest=" in text


def asked(tmp_path: Path) -> tuple[Assistant, Conversation]:
    """Return a chat with an answer, a question without one, and one that was not understood."""
    assistant = open_garden(tmp_path)
    conversation = Conversation()
    for question in (QUESTION, "Who bakes bread?"):
        conversation = conversation.answered(question, assistant.ask(question))
    return assistant, conversation.failed("?!", "Nobody knows this sentence.", "G/1")


def written(tmp_path: Path, extension: str) -> str:
    assistant, conversation = asked(tmp_path)
    data = chat_file(
        conversation, assistant, extension, "text", title="T", made="2024-05-01", page=PAGE
    )
    if extension == "docx":
        return "\n".join(one.text for one in read_word(io.BytesIO(data)).paragraphs)
    return data.decode("utf-8")


@pytest.mark.parametrize("extension", ["docx", "md"])
@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != DEFAULT])
def test_a_chat_is_written_in_the_readers_language(
    tmp_path: Path, extension: str, language: str
) -> None:
    english = set(written(tmp_path / "en", extension).splitlines())
    with speaking(language):
        text = written(tmp_path / "other", extension)
        for message in ("transcript-annex", "transcript-nearest"):
            assert say(message) in text
    # Alike are what was asked, what documents say, and an error that no catalogue knows.
    foreign = " ".join((GARDEN, QUESTION, "T Who bakes bread? ?! Nobody knows this sentence."))
    same = {re.sub(r"\W+", " ", line).strip() for line in english & set(text.splitlines())}
    same = {line for line in same if line not in re.sub(r"\W+", " ", foreign)}
    assert {line for line in same if "para" not in line} == {"Report on the garden G 1"}


def test_json_is_the_same_in_every_language(tmp_path: Path) -> None:
    def timeless(text: str) -> str:
        return re.sub(r'"\w+": [\d.]+(e-\d+)?,?\n', "", text)

    english = written(tmp_path / "en", "json")
    with speaking("fr"):
        assert timeless(written(tmp_path / "fr", "json")) == timeless(english)


def test_no_words_of_a_chat_are_left_to_english() -> None:
    with speaking("fr"):
        said = transcript_words()
    plain = Words()
    assert [f.name for f in fields(Words) if getattr(said, f.name) == getattr(plain, f.name)] == []
