"""Foreign text (documents, questions, file names) made safe to show: as text, never as markup.

Two edges take it: HTML (`as_html`) and the labels of Streamlit's widgets, which are Markdown
with Streamlit's own additions (`as_label`). Nothing else may carry foreign text.
"""

from __future__ import annotations

import html
import re

from assistant.escaping import visible as visible

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
"""All ASCII punctuation: CommonMark 0.31, section 2.4, lets a backslash precede any of it."""

_SHORTCODE = re.compile(r":(?=[\w+-]+(?:/[\w-]+)?:)")
_ARROW = re.compile(r"(?<=[<>=~-])(?=[<>=-])")
_AUTOLINK = re.compile(r"(?<=http)(?=s?://)|(?<=[Ww]{3})(?=\.)|(?<=\w)(?=@)")

_WORD_JOINER = "\u2060"


def as_html(text: str) -> str:
    """Return the text for the inside of an HTML element or a quoted attribute."""
    return html.escape(visible(text), quote=True)


def as_label(text: str) -> str:
    """Return the text for a Streamlit label, caption or tooltip, all of which are Markdown.

    Markdown, HTML, LaTeX (``$``) and directives (``:red[…]``) are stopped by backslashes.
    Emoji and icon short codes, arrows and bare links are found by Streamlit after Markdown has
    taken the backslashes away, so a word joiner (U+2060, no width) breaks them up.
    """
    shown = visible(text)
    for pattern in (_SHORTCODE, _AUTOLINK, _ARROW):
        shown = pattern.sub(lambda found: found.group() + _WORD_JOINER, shown)
    return _MARKDOWN.sub(r"\\\1", shown)
