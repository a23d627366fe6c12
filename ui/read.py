"""The read view: a whole document with its contents, and what the chat says of it."""

from __future__ import annotations

from corpus.errors import PinciteError
from ui import drawing, reading_drawing

try:
    reading_drawing.draw_page()
except PinciteError as error:
    drawing.draw_error(str(error))
