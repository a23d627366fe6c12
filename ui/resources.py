"""What all visitors share: one assistant, opened once."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from assistant.assistant import Assistant
from assistant.factory import open_assistant
from assistant.settings import Settings
from corpus.errors import PinciteError
from ui.examples import example_questions


@st.cache_resource(show_spinner=False)
def shared_assistant() -> Assistant:
    """Open the library once; a failure is not kept, so that a mended library opens."""
    return open_assistant(Settings())


@st.cache_resource(show_spinner=False)
def shared_examples(_assistant: Assistant) -> tuple[str, ...]:
    """Choose questions to start from; asking them also warms the encoder."""
    return example_questions(
        _assistant.catalogue.documents, lambda question: not _assistant.ask(question).abstained
    )


def warm_up() -> None:
    """Open the library before the first visitor comes; what is wrong with it, the page says."""
    with suppress(PinciteError):
        shared_examples(shared_assistant())
