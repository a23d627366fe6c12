"""A page of the app in Streamlit's own runner, and the text that it shows."""

from __future__ import annotations

import html
import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from ui import wording

APP = Path(wording.__file__).with_name("app.py")


def ran(page: AppTest) -> AppTest:
    """Run a page, which must meet no error, and return it."""
    page.run()
    assert not page.exception
    return page


def shown(page: AppTest) -> str:
    """Return the text of all that is drawn as HTML, without its tags."""
    bodies = " ".join(element.proto.body for element in page.get("html"))
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bodies)).split())
