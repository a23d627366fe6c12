"""Draws the read view: a whole document, with what the chat says of it."""

from __future__ import annotations

import streamlit as st

from assistant.assistant import Assistant
from corpus.display import cite
from corpus.errors import IndexMissingError, LibraryEmptyError, PinciteError
from corpus.types import Document, Located
from ui import drawing, markup, reading_state, resources, state
from ui.addresses import Address, address_of, arrive, parameters_of
from ui.arriving import asked_address, draw_address
from ui.language import say
from ui.lookup import find_document, find_typed, find_unit
from ui.reading import Asked, Wanted, asked, draw_reading, wanted_reference
from ui.reading_state import ReadingPlace
from ui.reading_view import read_document
from ui.retelling import retold
from ui.source import cautions_of

CHAT = "chat.py"

_TEXT = "reading-text"
_TOLD = "reading-told"
_ASKED = "reading-asked"
_ADDRESS = "reading-address"


def draw_page() -> None:
    """Draw the document that the visitor reads.

    Raises:
        PinciteError: The library cannot be opened.
    """
    try:
        with st.spinner(say("loading")):
            assistant = resources.shared_assistant()
    except LibraryEmptyError:
        drawing.draw_empty_library()
        return
    except IndexMissingError as error:
        drawing.draw_error(str(error), mended_in_library=True)
        return
    _follow_address(assistant)
    place = reading_state.reading_place()
    document = _document(place, assistant)
    _draw_head(document, place, assistant)
    _draw_text(document, place, assistant)
    draw_address(_shown_address(assistant))
    question = st.session_state.pop(_ASKED, None)
    if isinstance(question, Asked):
        _ask(question, document)


def _follow_address(assistant: Assistant) -> None:
    """Go where the address says, once; then let it say what is read: a link to the place.

    What the visitor has just done goes before an address that the browser sends late.
    """
    asked, last = asked_address(), st.session_state.get(_ADDRESS)
    moved = last is not None and _shown_address(assistant) not in (last, Address())
    if moved:
        st.session_state.pop(_TOLD, None)
    elif asked.document and asked != last:
        found = arrive(asked, assistant.shelf)
        st.session_state[_TOLD] = found.notice
        if found.place is not None:
            label = found.place.unit.label if asked.label else ""
            reading_state.read_at(found.place.document, label)
    shown = _shown_address(assistant)
    if shown not in (asked, Address()):
        st.query_params.from_dict(parameters_of(shown))
    # A link that led to nothing stays to be mended.
    st.session_state[_ADDRESS] = asked if shown == Address() else shown


def _shown_address(assistant: Assistant) -> Address:
    """Return the address of the place that is read; an empty one before there is any."""
    place = reading_state.reading_place()
    unit = find_unit(assistant.catalogue, place.document, place.label) if place.label else None
    if unit is None:
        return Address(place.document, place.label)
    return address_of(Located(place.document, unit))


def _document(place: ReadingPlace, assistant: Assistant) -> Document:
    """Return what to read: what was chosen, else what the chat shows, else the first there is."""
    catalogue = assistant.catalogue
    found = find_document(catalogue, place.document) if place.document else None
    if found is None:
        source = state.conversation().source
        found = find_document(catalogue, source.document) if source else None
    return found or catalogue.documents[0]


def _draw_head(document: Document, place: ReadingPlace, assistant: Assistant) -> None:
    documents = assistant.catalogue.documents
    if place.document and find_document(assistant.catalogue, place.document) is None:
        st.html(markup.paragraph(say("read-no-such-document"), "pc-note pc-warn"))
    with st.container(
        key="reading-head", horizontal=True, gap="small", vertical_alignment="bottom"
    ):
        if len(documents) > 1:
            key = f"reading-document-{place.round}"
            st.selectbox(
                say("read-choose-document"),
                [one.symbol for one in documents],
                index=next(i for i, one in enumerate(documents) if one is document),
                key=key,
                on_change=_choose,
                args=(key,),
                width=320,
            )
        if state.conversation().turns:
            st.page_link(CHAT, label=say("read-to-chat"), icon=":material/chat:")
    others = len(resources.shared_crossings(assistant).to_document(document.symbol))
    st.html(markup.reading_head(document, cautions_of(document), others))


def _choose(key: str) -> None:
    st.session_state.pop(_TOLD, None)
    reading_state.read_at(str(st.session_state[key]))


def _draw_text(document: Document, place: ReadingPlace, assistant: Assistant) -> None:
    answers = [turn.answer for turn in state.conversation().turns if turn.answer is not None]
    here = [number for number, unit in enumerate(document.units) if unit.label == place.label]

    def find() -> None:
        _go_to(wanted_reference(_TEXT), document, assistant)

    def ask() -> None:
        st.session_state[_ASKED] = asked(_TEXT)

    draw_reading(
        read_document(document, answers),
        _TEXT,
        whole=True,
        go=Wanted(here[0], place.round) if here else None,
        told=str(st.session_state.get(_TOLD, "")),
        on_ask=ask,
        on_want=find,
    )


def _go_to(wanted: str, document: Document, assistant: Assistant) -> None:
    """Go to a reference that was typed, or say why that is not possible."""
    try:
        found = find_typed(assistant.catalogue, document.symbol, wanted)
    except PinciteError as error:
        st.session_state[_TOLD] = retold(str(error))
    else:
        st.session_state.pop(_TOLD, None)
        reading_state.read_at(found.document, found.unit.label)


def _ask(question: Asked, document: Document) -> None:
    """Ask about a unit in the chat; selected words are put into its input, to go on with."""
    if not 0 <= question.place < len(document.units):
        return
    unit = document.units[question.place]
    if question.words and question.words in unit.text:
        st.session_state[state.QUESTION] = question.words
    else:
        state.ask(say("what-it-says", number=1, reference=cite(document.symbol, unit.label)))
    st.switch_page(CHAT)
