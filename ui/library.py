"""The library page: what there is, adding and removing."""

from __future__ import annotations

from corpus.errors import PinciteError
from ui import drawing, library_drawing

try:
    library_drawing.draw_page()
except PinciteError as error:
    drawing.draw_error(str(error))
