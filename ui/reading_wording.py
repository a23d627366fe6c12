"""The words of the read view and of the walk through the sources. Plain text, as in `wording`."""

from __future__ import annotations

READ = "Read"
READ_ON = "Read in full"
CHOOSE_DOCUMENT = "Document"
NO_SUCH_DOCUMENT = "This document is no longer in the library. Choose another."
TO_CHAT = "Back to the chat"

CONTENTS = "Contents"
FIND = "Find in the document"
FIND_NEXT = "Next match"
FIND_BEFORE = "Previous match"
MATCHES = "{at} of {all}"
NO_MATCH = "No match"
JUMP = "Go to paragraph"
JUMP_HINT = "Go to, e.g. 51 (j)"
GO = "Go"
MARK_NEXT = "Next mark"
MARK_BEFORE = "Previous mark"
MARKS_CITED = "cited: {}"
MARKS_FOUND = "search hits: {}"
CITED_FOR = "Cited for: {}"
FOUND_AS = "Search hit, rank {}"
ROW_COLUMNS = "Columns: {}"
PAGE = "p. {}"
OPEN = "Open {}"

ASK = "Ask about this"
ASK_WORDS = "Ask about the selected words"

BACK = "Back"
FORWARD = "Forward"
KEEP_OPEN = "Keep open"
KEPT = "Kept open"
LET_GO = "Let go"
OPEN_AGAIN = "Open"
SECTION = "Section"
SECTION_GONE = "This section is no longer in the library."


def what_it_says(reference: str) -> str:
    """Return the question that asks for a paragraph."""
    return f"What does {reference} say?"


def and_more_units(number: int) -> str:
    """Return that a section goes on."""
    more = "1 more paragraph or item" if number == 1 else f"{number:,} more paragraphs or items"
    return f"{more}. Read the document in full to see all of them."


def up_to(place: str) -> str:
    """Return where the way up leads."""
    return f"Up to {place}"


def refers_here(number: int) -> str:
    """Return how many paragraphs of other documents refer to a document."""
    if number == 1:
        return "One paragraph of another document refers to this one."
    return f"{number:,} paragraphs of other documents refer to this one."
