"""The chat, the page that opens first."""

from __future__ import annotations

import streamlit as st

from corpus.errors import PinciteError
from ui import drawing, resources, state, wording

try:
    with st.spinner(wording.LOADING):
        assistant = resources.shared_assistant()
        examples = resources.shared_examples(assistant)
except PinciteError as error:
    drawing.draw_error(str(error))
    st.stop()

conversation = state.conversation()
drawing.draw_sidebar(assistant.catalogue.documents)
if conversation.turns:
    drawing.draw_conversation(conversation, assistant)
else:
    drawing.draw_first_screen(assistant, examples)
drawing.draw_question_box(assistant)
