"""The pages of Pincite in the browser: ``streamlit run ui/app.py``."""

from __future__ import annotations

import streamlit as st

from ui import drawing, visitor_language
from ui.language import say

visitor_language.settle()
drawing.set_up_page()
page = st.navigation(
    [
        st.Page("chat.py", title=say("page-chat"), icon=":material/chat:", default=True),
        st.Page("read.py", title=say("page-read"), icon=":material/menu_book:"),
        st.Page("library.py", title=say("page-library"), icon=":material/library_books:"),
        st.Page("evaluation.py", title=say("page-evaluation"), icon=":material/bar_chart:"),
        st.Page("about.py", title=say("about-title"), visibility="hidden"),
    ]
)
try:
    page.run()
finally:
    # At the foot of the sidebar, under what the page draws there; a page may have stopped early.
    visitor_language.draw_choice()
