"""The chat, the page that opens first."""

from __future__ import annotations

import streamlit as st

from corpus.errors import IndexMissingError, LibraryEmptyError, PinciteError
from ui import arriving, chat_drawing, drawing, filter_drawing, keyboard, resources, state
from ui.language import say

try:
    with st.spinner(say("loading")):
        assistant = resources.shared_assistant()
except LibraryEmptyError:
    drawing.draw_empty_library()
    st.stop()
except PinciteError as error:
    drawing.draw_error(str(error), mended_in_library=isinstance(error, IndexMissingError))
    st.stop()

state.settle()
arriving.keep_address(assistant)
conversation = state.conversation()
awaited = None
if conversation.turns or state.pending() is not None:
    drawing.draw_conversation(conversation, assistant)
else:
    awaited = drawing.draw_first_screen(assistant)
# In st.bottom by name: put there by Streamlit itself, it would scroll to the end of an answer.
with st.bottom:
    arriving.draw_notice()
    chat_drawing.draw_undo()
    filter_drawing.draw_filter(assistant)
    drawing.draw_question_box()
keyboard.draw_keyboard()
# Behind the answer and the question box, which are waited for.
drawing.draw_sidebar(assistant)
if awaited is not None:
    # Last, for choosing them opens the models: a question can be typed meanwhile.
    drawing.draw_awaited_examples(awaited, assistant)
