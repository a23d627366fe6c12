from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document as read_word

from tests.support.small_library import open_garden
from ui.conversation import Conversation
from ui.taking_away import chat_file, chat_title

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
