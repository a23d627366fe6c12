"""Foreign text (questions, documents, names of files) made safe for HTML and SVG."""

from __future__ import annotations

import html
import re

_OVERRIDES = re.compile("[\u202d\u202e]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def as_html(text: str) -> str:
    """Return the text for the inside of an element or of a quoted attribute.

    Control characters become the replacement character, and the two bidi controls that make
    text read as other text become their names.
    """
    named = _OVERRIDES.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)
    return html.escape(_CONTROLS.sub("\ufffd", named), quote=True)
