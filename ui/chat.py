"""The chat, the page that opens first."""

from __future__ import annotations

import streamlit as st

from corpus.errors import IndexMissingError, LibraryEmptyError, PinciteError
from ui import drawing, filter_drawing, resources, state, wording

try:
    with st.spinner(wording.LOADING):
        assistant = resources.shared_assistant()
        examples = resources.shared_examples(assistant)
except LibraryEmptyError:
    drawing.draw_empty_library()
    st.stop()
except PinciteError as error:
    drawing.draw_error(str(error), mended_in_library=isinstance(error, IndexMissingError))
    st.stop()

conversation = state.conversation()
drawing.draw_sidebar(assistant.catalogue.documents)
if conversation.turns:
    drawing.draw_conversation(conversation, assistant)
else:
    drawing.draw_first_screen(assistant, examples)
# In st.bottom by name: put there by Streamlit itself, it would scroll to the end of an answer.
with st.bottom:
    filter_drawing.draw_filter(assistant)
    drawing.draw_question_box()
