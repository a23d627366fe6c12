"""The words of the interface, in one place. Plain text: no word of a document is here."""

from __future__ import annotations

NAME = "Pincite"
PROMISE = "Ask a question. The answer is quoted word for word, with the exact paragraph."
ASK = "Ask about the documents"
EXAMPLES = "Questions to start from"
NEW_CHAT = "New chat"
READ_AS = "Read as:"
NEAREST = "Nearest paragraphs, which do not answer it"

SOURCE_EMPTY = "Choose a reference to read the paragraph in its place."
CLOSE = "Close"
PAGE = "page"
PREVIOUS = "Previous"
UP = "Up"
NEXT = "Next"
COPY_REFERENCE = "Copy reference"
COPY_QUOTE = "Copy with quote"
COPIED = "Copied"
COPY_FAILED = "Select and copy by hand:"

NAMED = "Exactly what you named"
CHANCE = "Estimated chance that the library answers this question:"
CHANCE_NOTE = (
    "Estimated from how well the nearest paragraphs fit, and checked against questions whose "
    "answers are known. It says nothing about whether the document is right."
)

DOCUMENTS = "Documents"
LIKELY_MEANS = "What “likely” means"
LIMITS = "Limits"
LIMITS_TEXT = (
    "Answers are sentences of the documents, never new ones. A sentence can be the wrong one, "
    "and an answer can be incomplete: open the paragraph before you cite it.",
    "What a document does not say, this page cannot tell. It then says so and shows the nearest "
    "paragraphs.",
    "Pincite sends nothing anywhere: questions and documents stay on the computer that runs it.",
)

LOADING = "Opening the library…"
EMPTY_QUESTION = "Type a question first."


def not_answered(*, several: bool) -> str:
    """Return the statement that the library does not answer the question."""
    return f"The document{'s do' if several else ' does'} not seem to answer this."


def answered_from(references: str) -> str:
    """Return what is said of an answer to those who hear the page."""
    return f"Answered from {references}"


def the_answer(likelihood: str) -> str:
    """Return how likely it is that the document answers, where an answer is given."""
    return f"{likelihood.capitalize()} answered here"


def answer_is(likelihood: str) -> str:
    """Return how likely it is that there is an answer after all."""
    return f"An answer here is {likelihood}"


def from_on(least: float) -> str:
    """Return a least probability (0 to 1) in a table."""
    return f"{least:.0%} and more"


def library(*, several: bool) -> str:
    """Return what stands before the names of the documents."""
    return "Documents:" if several else "Document:"


def and_more(number: int) -> str:
    """Return the end of a list that leaves some out."""
    return f"and {number} more"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun, e.g. ``1 paragraph``, ``98 paragraphs``."""
    return f"{number:,} {one if number == 1 else many}"
