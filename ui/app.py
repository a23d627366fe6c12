"""The pages of Pincite in the browser: ``streamlit run ui/app.py``."""

from __future__ import annotations

import streamlit as st

from ui import drawing, wording
from ui.library_wording import LIBRARY
from ui.reading_wording import READ

drawing.set_up_page()
st.navigation(
    [
        st.Page("chat.py", title=wording.CHAT, icon=":material/chat:", default=True),
        st.Page("read.py", title=READ, icon=":material/menu_book:"),
        st.Page("library.py", title=LIBRARY, icon=":material/library_books:"),
        st.Page("evaluation.py", title=wording.EVALUATION, icon=":material/bar_chart:"),
    ]
).run()
