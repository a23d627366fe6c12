"""What all visitors share: today's library, opened once, and what is done in the background."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import streamlit as st

from assistant.assistant import Assistant
from assistant.factory import open_assistant
from assistant.settings import Settings
from corpus.errors import PinciteError
from corpus.outward import Crossings
from embeddings.generations import current_generation
from embeddings.reranker.opening import has_reranker
from ui.asking import Asking
from ui.chats import KeptChats
from ui.examples import KeptExamples, example_questions
from ui.filters import Choices, choices_of
from ui.kept_files import PageImages
from ui.language import spoken
from ui.library_work import LibraryWork


def shared_assistant() -> Assistant:
    """Return the assistant over the generation of the library that is in use now.

    Each generation is opened once for all visitors, and again when the reranker, which is made
    after the index, is there; a failure is not kept, so that a mended library opens.

    Raises:
        IndexMissingError: Nothing has been indexed yet.
        IndexMismatchError: The index does not fit the settings.
        IndexDamagedError: A file of it is missing or cut short.
        SettingsError: A setting is not what it must be.
    """
    home = Settings().home
    return _opened(str(home), current_generation(home).name, has_reranker(home))


@st.cache_resource(show_spinner=False, max_entries=1)
def _opened(home: str, generation: str, reads: bool) -> Assistant:
    del home, generation, reads  # the key
    return open_assistant(Settings())


def content_key(assistant: Assistant) -> tuple[str, ...]:
    """Return what tells a library with these documents from all others."""
    library = assistant.library
    return (str(library.home), *library.manifest.documents.values())


def examples_at_hand(assistant: Assistant) -> tuple[str, ...] | None:
    """Return questions to start from, if they have been chosen for this language; never waits."""
    return _kept_examples().at_hand(content_key(assistant), spoken())


def shared_examples(assistant: Assistant) -> tuple[str, ...]:
    """Return questions to start from; choosing them also opens and warms the models.

    Raises:
        ModelError: onnxruntime cannot read an exported model.
    """
    return _kept_examples().choose(
        content_key(assistant),
        spoken(),
        lambda: example_questions(
            assistant.catalogue.documents, lambda question: not assistant.ask(question).abstained
        ),
    )


@st.cache_resource(show_spinner=False)
def _kept_examples() -> KeptExamples:
    return KeptExamples()


def shared_choices(assistant: Assistant) -> Choices:
    """Return what there is to choose of the library, to be asked."""
    return _choices(assistant, content_key(assistant))


@st.cache_resource(show_spinner=False, max_entries=1)
def _choices(_assistant: Assistant, content: tuple[str, ...]) -> Choices:
    del content  # the key
    return choices_of(_assistant.catalogue.documents)


def shared_crossings(assistant: Assistant) -> Crossings:
    """Return the references between the library's documents."""
    return _crossings(assistant, content_key(assistant))


@st.cache_resource(show_spinner=False, max_entries=1)
def _crossings(_assistant: Assistant, content: tuple[str, ...]) -> Crossings:
    del content  # the key
    return Crossings(_assistant.catalogue)


def warm_up() -> None:
    """Open the library before anybody comes; what is wrong with it, the page says."""
    with suppress(PinciteError):
        shared_examples(shared_assistant())


@st.cache_resource(show_spinner=False)
def shared_work() -> LibraryWork:
    """Return the one place in which the library is changed."""
    return LibraryWork(settled=warm_up)


@st.cache_resource(show_spinner=False)
def shared_pages() -> PageImages:
    """Return what draws pages."""
    return PageImages()


@st.cache_resource(show_spinner=False)
def shared_asking() -> Asking:
    """Return what works on questions."""
    return Asking()


def shared_chats(folder: Path) -> KeptChats:
    """Return the chats that a folder keeps, for all who come from this machine."""
    return _kept_chats(str(folder))


@st.cache_resource(show_spinner=False)
def _kept_chats(folder: str) -> KeptChats:
    return KeptChats(Path(folder))
