"""The chat as a file to download: what is asked for, and the bytes."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import streamlit as st

from assistant.assistant import Assistant
from assistant.transcript import Exchange, Referencing, file_name, make_transcript
from assistant.transcript_docx import write_docx
from assistant.transcript_json import write_json
from assistant.transcript_markdown import write_markdown
from assistant.transcript_words import ENGLISH
from corpus.types import Located, Unit
from ui import arriving, chat_state, markup, state
from ui.addresses import address_of, format_address
from ui.conversation import Conversation
from ui.language import in_this_language, say
from ui.taking_away_words import transcript_words

_EXTENSIONS = {"Word": "docx", "Markdown": "md", "JSON": "json"}

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json; charset=utf-8",
}


def draw_download(assistant: Assistant) -> None:
    """Draw what can be downloaded of the chat; nothing where there is no chat yet."""
    conversation = state.conversation()
    if not conversation.turns:
        return
    with st.popover(
        say("download-chat"),
        key="download-chat",
        icon=":material/download:",
        type="tertiary",
    ):
        chosen = st.segmented_control(
            say("download-as"),
            tuple(_EXTENSIONS),
            default="Word",
            required=True,
            key="download-as",
        )
        references = st.segmented_control(
            say("references"),
            (say("in-text"), say("in-footnotes")),
            default=say("in-text"),
            required=True,
            disabled=chosen == "JSON",
            key="download-references",
        )
        st.html(markup.paragraph(say("download-note"), "pc-note"))
        extension = _EXTENSIONS[str(chosen)]
        made = datetime.now().astimezone().date().isoformat()
        title = chat_title(conversation)
        st.download_button(
            say("download"),
            # Made when it is asked for, not each time that the page is drawn.
            data=in_this_language(
                partial(
                    chat_file,
                    conversation,
                    assistant,
                    extension,
                    "footnotes" if references == say("in-footnotes") else "text",
                    title=title,
                    made=made,
                    page=arriving.page_address(),
                )
            ),
            file_name=file_name(title, made, extension),
            mime=_TYPES[extension],
            key="download",
            icon=":material/download:",
            on_click="ignore",
        )


def chat_title(conversation: Conversation) -> str:
    """Return the title that the visitor gave the chat, else its first question."""
    chat = chat_state.current_chat()
    given = chat.title if chat else ""
    return given or conversation.turns[0].question


def chat_file(
    conversation: Conversation,
    assistant: Assistant,
    extension: str,
    references: Referencing,
    *,
    title: str,
    made: str,
    page: str,
) -> bytes:
    """Return a chat as the bytes of a file; text is in UTF-8.

    Args:
        conversation: The chat.
        assistant: Over the library as it is now.
        extension: ``docx``, ``md`` or ``json``.
        references: Where the references stand; JSON has them as fields.
        title: Of the chat.
        made: ISO date of today.
        page: Where the chat is served; links to its paragraphs begin with it.
    """
    exchanges = [
        Exchange(turn.question, turn.answer, turn.error, turn.within) for turn in conversation.turns
    ]
    # Programs read JSON: its words stay the same for all.
    words = ENGLISH if extension == "json" else transcript_words()
    transcript = make_transcript(exchanges, assistant.catalogue, made, title, words)

    def link_of(symbol: str, unit: Unit) -> str:
        return page and page + format_address(address_of(Located(symbol, unit)))

    if extension == "docx":
        return write_docx(transcript, references)
    if extension == "json":
        return write_json(transcript, link_of).encode("utf-8")
    return write_markdown(transcript, references, link_of).encode("utf-8")
