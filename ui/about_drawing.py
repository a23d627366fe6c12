"""Draws the page about the whole library with Streamlit's elements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from assistant.assistant import Assistant
from corpus.errors import IndexMissingError, LibraryEmptyError
from embeddings.library import Library
from embeddings.listing import list_holdings
from ui import about_markup, markup, resources, wording
from ui import about_view as view
from ui.about_counting import UnresolvedCounting
from ui.about_counts import LibraryCounts, count_library
from ui.about_table import draw_care_table, opened_row
from ui.drawing import LIBRARY
from ui.language import say
from ui.library_drawing import open_report

_TABLE = "about-documents"
_OPENED = "about-opened"
_POLL_SECONDS = 0.5
_LONGEST = 60.0
"""Seconds that a count that is done while the page is drawn is waited for."""


def draw_page() -> None:
    """Draw what the library holds, what to look at in it, and how it was made.

    Raises:
        PinciteError: The library cannot be opened.
    """
    if symbol := st.session_state.pop(_OPENED, ""):
        open_report(symbol)
        st.switch_page(LIBRARY)
    try:
        with st.spinner(say("loading")):
            assistant = resources.shared_assistant()
    except (LibraryEmptyError, IndexMissingError):
        _draw_empty()
        return
    counts = _counted(assistant, _key(assistant))
    with st.container(key="about"):
        st.page_link(LIBRARY, label=say("library-back"), icon=":material/arrow_back:")
        st.title(say("about-title"), anchor=False)
        st.html(about_markup.figures(view.figures(counts)))
        _draw(view.figure_notes(counts))
        st.subheader(say("about-holds"), anchor=False)
        st.html(about_markup.share_tables(view.share_tables(counts)))
        st.subheader(say("about-care"), anchor=False)
        _draw_care(counts, _counting(assistant.library, _key(assistant)))
        st.subheader(say("about-made"), anchor=False)
        st.html(about_markup.facts(view.made_facts(counts)))
        if note := view.made_note(counts):
            _draw([note])
        st.subheader(say("about-aside"), anchor=False)
        _draw(view.aside_words(counts))


def _key(assistant: Assistant) -> tuple[str, ...]:
    """Return what tells a generation of the library from all others."""
    manifest = assistant.library.manifest
    reads = "reads" if assistant.reads else ""
    return (manifest.created, manifest.model, reads, *resources.content_key(assistant))


@st.cache_resource(show_spinner=False, max_entries=1)
def _counted(_assistant: Assistant, key: tuple[str, ...]) -> LibraryCounts:
    del key
    library = _assistant.library
    return count_library(library, list_holdings(library.home), reads=_assistant.reads)


@st.cache_resource(show_spinner=False, max_entries=1)
def _counting(_library: Library, key: tuple[str, ...]) -> UnresolvedCounting:
    del key
    return UnresolvedCounting(_library.catalogue)


def _draw_empty() -> None:
    st.title(say("about-title"), anchor=False)
    st.html(markup.paragraph(say("no-documents"), "pc-note"))
    st.page_link(LIBRARY, label=say("to-library"), icon=":material/library_books:")


def _draw(sentences: Iterable[str], style: str = "pc-note") -> None:
    """Draw sentences, a paragraph each."""
    st.html("".join(markup.paragraph(one, style) for one in sentences))


def _draw_care(counts: LibraryCounts, counting: UnresolvedCounting) -> None:
    few = counts.units <= view.MOST_AT_ONCE
    if few:
        counting.start()
    unresolved = counting.counts(_LONGEST if few else 0.0)
    _draw(view.care_words(counts, unresolved), "pc-about")
    if unresolved is None:
        _draw_counting(counting)
    _draw([say("about-how-to")])
    _draw_table(counts, unresolved)


def _draw_counting(counting: UnresolvedCounting) -> None:
    """Draw what begins the count of references; while it runs, how far it is."""
    if counting.running:
        st.fragment(_follow, run_every=_POLL_SECONDS)(counting)
        return
    st.button(
        say("about-count"),
        key="about-count",
        help=say("about-count-note"),
        on_click=counting.start,
    )


def _follow(counting: UnresolvedCounting) -> None:
    if not counting.running:
        st.rerun()
    done, total = counting.done, counting.total
    st.progress(done / total, text=wording.running(say("about-counting"), done, total))


def _draw_table(counts: LibraryCounts, unresolved: Mapping[str, int] | None) -> None:
    rows = view.care_rows(counts.documents, unresolved)

    def open_one() -> None:
        row = opened_row(_TABLE, rows)
        if row is not None:
            st.session_state[_OPENED] = row.symbol

    draw_care_table(rows, _TABLE, open_one)
