"""The page about the whole library."""

from __future__ import annotations

from corpus.errors import PinciteError
from ui import about_drawing, drawing

try:
    about_drawing.draw_page()
except PinciteError as error:
    drawing.draw_error(str(error))
