"""How Pincite itself is cited, in words and as BibTeX. Knows no Streamlit."""

from __future__ import annotations

from importlib.metadata import version

from assistant.escaping import as_bibtex
from ui import wording
from ui.copy_choices import Choice
from ui.language import say

AUTHORS = "The Pincite authors"
"""As in CITATION.cff; no release names a date, so no citation does."""


def program_version() -> str:
    """Return the version that is installed."""
    return version("pincite")


def program_citation() -> str:
    """Return the program's citation in the reader's language."""
    return say("help-cite-program", authors=AUTHORS, version=program_version())


def program_bibtex() -> str:
    """Return the program's entry of the type ``@software`` (biblatex 3.18, section 2.1.1).

    Styles that do not know the type print it as ``@misc``; a year is left out, as there is none.
    """
    fields = {
        # In braces of its own, so that a style neither changes its case nor takes it for a person.
        "author": f"{{{as_bibtex(AUTHORS)}}}",
        "title": f"{{{as_bibtex(wording.NAME)}}}",
        "version": as_bibtex(program_version()),
        "note": as_bibtex(say("help-cite-what")),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join(["@software{pincite,", *lines, "}"])


def program_choices() -> tuple[Choice, ...]:
    """Return the forms in which the program's citation can be copied."""
    return (
        (say("copy-reference"), program_citation()),
        (say("copy-bibtex"), program_bibtex()),
    )
