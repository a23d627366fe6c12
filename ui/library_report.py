"""Draws how a document of the library was read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from corpus.errors import PinciteError
from corpus.types import Document, Parse
from ui import library_markup, markup, reading_state, resources
from ui import library_view as view
from ui.escaping import as_label
from ui.kept_files import original_of, read_again
from ui.language import say
from ui.retelling import retold

_AGAIN = "library-again"


def draw_report(
    symbol: str, home: Path, on_back: Callable[[], None], on_ask: Callable[[str], None]
) -> None:
    """Draw the report of one document, with a way back to the library."""
    st.button(
        say("library-back"), key="library-back", icon=":material/arrow_back:", on_click=on_back
    )
    with st.spinner(say("library-opening")):
        catalogue = resources.shared_assistant().catalogue
        document = catalogue.document(symbol)
        report = view.report_of(document, catalogue.links(symbol))
    with st.container(key="library-report"):
        st.subheader(as_label(report.symbol), anchor=False)
        st.html(library_markup.report_head(report))
        if report.flags:
            st.html(library_markup.flags(report))
        with st.container(key="library-report-ways", horizontal=True, gap="small"):
            if st.button(say("library-ask-it"), key="library-ask-it", icon=":material/chat:"):
                on_ask(symbol)
                st.switch_page("chat.py")
            if st.button(say("read-read-on"), key="library-read", icon=":material/menu_book:"):
                reading_state.read_at(symbol)
                st.switch_page(reading_state.PAGE)
        if report.problems.rows:
            st.subheader(say("library-problems"), anchor=False)
            st.html(library_markup.table(report.problems))
        else:
            st.html(markup.paragraph(say("library-no-problems"), "pc-note"))
        _draw_units(document)
        _draw_reading(document, home)


def _draw_units(document: Document) -> None:
    st.subheader(say("library-unit-list"), anchor=False)
    pages = view.page_count(len(document.units))
    number = 1
    if pages > 1:
        key = f"library-page-{document.content_hash}"
        number = int(st.number_input(say("library-page-of-list"), 1, pages, key=key, width=160))
    units = view.page_of(document.units, number)
    st.html(library_markup.unit_table(units, document.metadata.language))


def _draw_reading(document: Document, home: Path) -> None:
    """Draw what the library does not keep, on request: the file is read again for it."""
    path = original_of(home, document)
    if path is None:
        st.html(markup.paragraph(say("library-not-kept"), "pc-note"))
        return
    if st.session_state.get(_AGAIN) != document.content_hash:
        st.button(
            say("library-read-again"),
            key="library-read-again",
            help=say("library-read-again-note"),
            on_click=_want_again,
            args=(document.content_hash,),
        )
        return
    try:
        with st.spinner(say("library-reading-again")):
            parse = _parse(str(path))
    except PinciteError as error:
        st.error(as_label(retold(str(error))), icon=":material/error:")
        return
    st.html(markup.paragraph(view.coverage_of(parse), "pc-note"))
    for name, found in (
        (say("library-decisions"), view.decisions_of(parse)),
        (say("library-set-aside"), view.set_aside(parse)),
    ):
        if found.rows:
            st.subheader(name, anchor=False)
            st.html(library_markup.table(found))


def _want_again(content_hash: str) -> None:
    st.session_state[_AGAIN] = content_hash


@st.cache_resource(show_spinner=False, max_entries=4)
def _parse(path: str) -> Parse:
    """Read a kept file again, once: its name is its content's hash."""
    return read_again(Path(path))
