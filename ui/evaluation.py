"""The evaluation page, beside the chat."""

from __future__ import annotations

from corpus.errors import PinciteError
from ui import drawing, evaluation_drawing

try:
    evaluation_drawing.draw_page()
except PinciteError as error:
    drawing.draw_error(str(error))
