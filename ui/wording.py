"""The words of the interface, in one place. Plain text: no word of a document is here."""

from __future__ import annotations

from collections.abc import Sequence

NAME = "Pincite"
PROMISE = "Ask a question. The answer is quoted word for word, with the exact paragraph."
ASK = "Ask about the documents"
EXAMPLES = "Questions to start from"
NEW_CHAT = "New chat"
READ_AS = "Read as:"
NEAREST = "Nearest paragraphs, which do not answer it"

SOURCE_EMPTY = "Choose a reference to read the paragraph in its place."
SOURCE_GONE = "This paragraph is no longer in the library."
GONE = "no longer in the library"
CLOSE = "Close"
PAGE = "page"
REFERS_TO = "Refers to"
REFERRED_TO_BY = "Referred to by"
PREVIOUS = "Previous"
UP = "Up"
NEXT = "Next"
AS_TEXT = "Text"
AS_PAGE = "Page"
SHOW_AS = "Show the source as"
PAGE_BEFORE = "Previous page"
PAGE_AFTER = "Next page"
ENLARGE = "Enlarge"
COPY = "Copy"
COPY_ALL = "Copy all"
COPY_MORE = "More"
COPY_REFERENCE = "Copy reference"
COPY_QUOTE = "Copy with quote"
COPY_FOOTNOTE = "Copy as footnote"
COPY_MARKDOWN = "Copy as Markdown"
COPY_BIBTEX = "Copy as BibTeX"
COPY_RIS = "Copy as RIS"
COPY_LINK = "Copy link"
THE_ANSWER = "the whole answer"

DOWNLOAD = "Download"
DOWNLOAD_CHAT = "Download this chat"
DOWNLOAD_AS = "As"
WORD, MARKDOWN, JSON = "Word", "Markdown", "JSON"
REFERENCES = "References"
IN_TEXT = "In the text"
IN_FOOTNOTES = "As footnotes"
DOWNLOAD_NOTE = "With every cited paragraph, whole, in an annex."
COPIED = "Copied"
COPY_FAILED = "Select and copy by hand:"

NAMED = "Exactly what you named"
CHANCE = "Estimated chance that the library answers this question:"
CHANCE_NOTE = (
    "Estimated from how well the nearest paragraphs fit, and checked against questions whose "
    "answers are known. It says nothing about whether the document is right."
)

WHY = "Why"
SPEAKS_FOR = "For an answer:"
SPEAKS_AGAINST = "Against one:"

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

RIGHT = "Right"
WRONG = "Wrong"
WHICH_RIGHT = "Which paragraph answers it?"
NOT_IN_DOCUMENT = "None of these: the documents do not answer it"
KEEP = "Keep"
CANCEL = "Cancel"

FILTER = "Choose documents"
FILTER_DOCUMENTS = "Documents"
FILTER_BODIES = "Issued by"
FILTER_KINDS = "Kinds"
FILTER_LANGUAGES = "Languages"
FILTER_SINCE = "From"
FILTER_UNTIL = "To"
ANY = "Any"
ALL_DOCUMENTS = "All"
WITH_SUPERSEDED = "superseded documents too"
FILTER_SUPERSEDED = "Look in superseded documents too"
CLEAR = "Clear"
NO_DOCUMENT_FITS = "No document fits all of this. Take something out, or clear it."
YEARS_TURNED = "The first year is after the last one. Turn them round."
NO_DOCUMENTS = "The library is empty. Add the documents that you want to ask about."
TO_LIBRARY = "Open the library"

LIBRARY_BUSY = (
    "Another program, perhaps pincite index in a terminal, is changing the library. "
    "Nothing was changed here. Try again when it has ended."
)

CHAT = "Chat"
EVALUATION = "Evaluation"
EVALUATION_NOTE = (
    "Questions whose right citations are known, asked of Pincite and of simpler searches. "
    "Mark answers right or wrong in the chat, and they become a set of your own."
)
SET = "Set of questions"
OWN_SET = "my questions"
SYSTEMS = "Systems"
START = "Start a run"
STARTING = "Starting…"
CANCEL_RUN = "Cancel the run"
RUN = "Finished run"
NO_RUNS = "No finished run of this set yet. Start one."
NO_SYSTEM = "Choose at least one system."
SHOWN_SYSTEM = "Look closely at"
OTHER_SYSTEM = "System of it"
PAGE_NUMBER = "Page"
VIEW = "View"
FIGURES = "Figures"
QUESTIONS = "Questions"
COMPARISON = "Comparison"
KINDS = "Kinds"
OUTCOMES = "Outcomes"
ORDER = "Order"
ALL_KINDS = "All kinds"
OPEN_IN_CHAT = "Open in the chat"
NO_QUESTIONS = "No question of these kinds and outcomes."
COMPARING = "Comparing…"
COMPARE_WITH = "Compare with"
NOTHING_TO_COMPARE = "Comparing takes a second run of this set, or a run of several systems."
RUN_CANCELLED = "The run was cancelled; nothing was kept."

SOMEBODY_AT_IT = "Somebody is changing the library already. Try again when that is done."
LOADING = "Opening the library…"
EMPTY_QUESTION = "Type a question first."

LINK_WITHOUT_DOCUMENT = "This link names a paragraph but no document (doc=…)."
LINK_DAMAGED = "This link is damaged: whether the text has changed since cannot be told."


def no_document(symbol: str, near: str) -> str:
    """Return that a link's document is not here, and which one has a symbol like it."""
    like = f" There is {near}." if near else ""
    return f"This link names a document that the library does not have: ‘{symbol}’.{like}"


def nothing_in(symbol: str) -> str:
    """Return that a document has no paragraphs."""
    return f"Nothing in {symbol} can be cited."


def not_a_paragraph(label: str) -> str:
    """Return that a link's paragraph is none."""
    return f"This link names no paragraph: ‘{label}’."


def nearest_is(reference: str) -> str:
    """Return what is shown in place of a paragraph that does not exist."""
    return f"Nearest is {reference}."


def words_are_now_in(reference: str) -> str:
    """Return where the words of a link stand now."""
    return f"The words of the link stand in {reference} now."


def text_has_changed(reference: str) -> str:
    """Return that a paragraph does not say what it said when a link was made."""
    return f"The text of {reference} has changed since this link was made."


def link_question_too_long(most: int) -> str:
    """Return that a link's question is longer than a question may be."""
    return f"The question of this link is longer than {most:,} characters and was not asked."


def kept(number: int, path: str) -> str:
    """Return where a judged question is kept, and among how many."""
    return f"Kept in your own set, now {counted(number, 'question', 'questions')}: {path}"


def running(stage: str, done: int, total: int) -> str:
    """Return how far a run is."""
    return f"{stage}: {done:,} of {total:,}" if stage else STARTING


def page_of(number: int, pages: int, questions: int) -> str:
    """Return which page of the questions is shown."""
    return f"Page {number} of {pages}, {counted(questions, 'question', 'questions')}"


def won(number: int) -> str:
    """Return the heading of what a run got more right than another."""
    return f"{counted(number, 'question', 'questions')} won"


def lost(number: int) -> str:
    """Return the heading of what a run got less right than another."""
    return f"{counted(number, 'question', 'questions')} lost"


def asked_of(documents: str) -> str:
    """Return which documents a question was asked of."""
    return f"Asked of: {documents}"


def filtered(number: int, total: int) -> str:
    """Return how many documents a choice leaves."""
    return f"{number:,} of {counted(total, 'document', 'documents')}"


def all_of(total: int) -> str:
    """Return that all documents are asked."""
    return f"All {counted(total, 'document', 'documents')}"


def years(since: str, until: str) -> str:
    """Return a span of years; empty if it has no end."""
    if since and until:
        return since if since == until else f"{since} to {until}"
    return f"from {since}" if since else f"until {until}" if until else ""


def superseded_by(symbol: str) -> str:
    """Return that a document has a newer revision."""
    return f"Superseded by {symbol}."


def cite_with_care(reason: str) -> str:
    """Return why a document must be cited with care."""
    return f"Cite with care: {reason}"


def page_of_file(page: int, pages: int, *, boxed: bool) -> str:
    """Return what stands under the picture of a page."""
    words = "" if boxed else "; the words are not on this page"
    return f"Page {page} of {pages}{words}"


def page_alternative(page: int, document: str, quote: str, *, boxed: bool) -> str:
    """Return what those hear who do not see the picture of a page."""
    words = f" with these words boxed: {quote}" if boxed else ""
    return f"Page {page} of {document}{words}"


def cannot_stage(reason: str) -> str:
    """Return that uploaded files cannot be written to be read."""
    return f"The files cannot be kept for reading: {reason}. Make room on the disk and add them."


def too_many_files(number: int, most: int) -> str:
    """Return that too many files were chosen at once."""
    return (
        f"These are {number:,} files; at most {most:,} can be added at once. Add some of them, "
        "pack them in a ZIP, or in a terminal: pincite index FOLDER"
    )


def too_much_together(megabytes: float, most: int) -> str:
    """Return that files are too large together."""
    return (
        f"These are {megabytes:,.0f} MB; at most {most:,} MB can be added at once. Add some of "
        "them, or in a terminal: pincite index FOLDER"
    )


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


def words_in(words: Sequence[str], reference: str) -> str:
    """Return that words of the question stand in a paragraph."""
    return f"{_the_words(words)} in {reference}."


def words_over(words: Sequence[str], reference: str) -> str:
    """Return that words of the question stand only over a paragraph."""
    return f"{_the_words(words)} only in the headings or the lead-in of {reference}."


def no_words_in(reference: str) -> str:
    """Return that no word of the question stands in a paragraph or over it."""
    return f"No word of the question is in {reference}; it is near in meaning."


def _the_words(words: Sequence[str]) -> str:
    """Return e.g. ``The words ‘a’, ‘b’ and ‘c’ are``."""
    *most, last = [f"‘{word}’" for word in words]
    if most:
        return f"The words {', '.join(most)} and {last} are"
    return f"The words {last} are" if " " in last else f"The word {last} is"


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
