"""The words of the library page. Plain text: no word of a document is here."""

from __future__ import annotations

from ui.wording import counted

LIBRARY = "Library"
EMPTY = "The library is empty. Add the documents that you want to ask about."
NO_LIBRARY = "There is no library yet. Add the documents that you want to ask about."
ADD_SHIPPED = "Add the report that ships with Pincite"

ADD_DOCUMENTS = "Add documents"
CHOOSE_FILES = "PDF, Word, HTML, Markdown, text, or ZIP archives of these"
ADD = "Add to the library"
REFUSED = "Refused:"
FLAGGED = "Flagged:"
READ = "Read:"
UNCHANGED = "There before:"
WORK_GOES_ON = "Something is being changed in the library. Add files when that is done."
STAYS_HERE = (
    "Files stay on the computer that runs Pincite. They are read there, and PDFs are kept to show "
    "their pages."
)

SEARCH = "Search the library"
SEARCH_HINT = "Search: symbol, title, body, kind, year …"
SYMBOL = "Symbol"
TITLE = "Title"
DATE = "Date"
PAGES = "Pages"
UNITS = "Units"
NOTES = "Notes"
CHOOSE = "Choose"
HOW_TO = "Press a symbol to see how it was read. Choose documents to ask or to remove them."
ASK_THESE = "Ask these"
OPENING = "Opening the library…"
CHOOSE_ALL = "Choose all shown"
SHOW_MORE = "Show more: {} are left"
NOTHING_FOUND = "No document fits this search."

REPORT = "How it was read"
BACK = "Back to the library"
ASK_IT = "Ask this document"
REMOVE = "Remove"
KEEP = "Keep"
TO_GET_BACK = "The files you added are not touched. To get a document back, add its file again."
GONE = "This document is no longer in the library."

FLAGS = "Cite with care"
PROBLEMS = "Numbering and other faults"
NO_PROBLEMS = "No fault was found in the numbering."
UNIT_LIST = "Citable units"
LABEL = "Label"
KIND = "Kind"
PAGE = "Page"
TEXT = "Text"
DETAIL = "What"
PAGE_OF_LIST = "Page of the list"
ISSUED_BY = "Issued by"
SESSION = "Session"
LANGUAGE = "Language"
ALSO_KNOWN = "Also known as"
FILES = "Files"
SUPERSEDED_BY = "Superseded by"

READ_AGAIN = "Show what was set aside"
READ_AGAIN_NOTE = (
    "Reads the kept PDF again and lists what is no citable text, such as running headers, and how "
    "doubtful numbers were read."
)
NOT_KEPT = (
    "Only PDFs are kept. To see what was set aside in another file: pincite inspect FILE, in a "
    "terminal."
)
READING_AGAIN = "Reading the file again…"
SET_ASIDE = "Set aside: neither units nor headings"
DECISIONS = "Numbers that could be read in more than one way"
LINE = "Line"
MARKER = "Marker"
READ_AS = "Read as"
BECAUSE = "Because"

STOP = "Stop"
STOPPING = "Stopping after this step; what is complete is kept."
STARTING = "Starting…"
DISMISS = "Close"
NOTHING_CHANGED = "Nothing has changed in the library."

HASTENED = (
    "So much is new that one of the two models for search was left out, to save time. How to use "
    "both is said in the README, under Limits."
)

READING = "reading files"
WAITING = (
    "Another program, perhaps pincite index in a terminal, is changing the library. "
    "This goes on when it has ended."
)
PREPARING = "Preparing the search…"

STAGES = {
    READING: "Reading files",
    "exporting the model": "Preparing the model, once",
    "embedding units": "Preparing the search",
    "writing the index": "Writing the library",
    "switching over": "Writing the library",
}
"""What a stage of the work is called here; others are called what they are."""


def limits(files: int, megabytes: int, together: int) -> str:
    """Return what can be added at once."""
    return (
        f"At most {files} files at once, {megabytes} MB each, {together} MB together. For more, "
        "add a folder in a terminal: pincite index FOLDER"
    )


def held(documents: int, units: int) -> str:
    """Return how much there is."""
    return f"{counted(documents, 'document', 'documents')}, {counted(units, 'unit', 'units')}"


def chosen(number: int) -> str:
    """Return how many documents are chosen."""
    return f"{counted(number, 'document', 'documents')} chosen"


def remove_these(number: int) -> str:
    """Return the question that comes before documents are removed."""
    these = "this document" if number == 1 else f"these {number:,} documents"
    return f"Remove {these} from the library?"


def stage(name: str, done: int, total: int, left: str) -> str:
    """Return how far the work is, e.g. ``Reading files: 3 of 10, about 20 s left``."""
    if not name:
        return STARTING
    told = f"{STAGES.get(name, name.capitalize())}: {done:,} of {total:,}"
    if name == READING and done >= total:
        return f"{told}. {PREPARING}"
    return f"{told}, {left}" if left else told


def time_left(seconds: float) -> str:
    """Return a time that is left, in the roundest figures that help."""
    if seconds < 60:
        return f"about {max(5, 5 * round(seconds / 5)):.0f} s left"
    if seconds < 3600:
        return f"about {round(seconds / 60):.0f} min left"
    return f"about {seconds / 3600:.1f} h left"


def summary(read: int, flagged: int, unchanged: int, refused: int) -> str:
    """Return what became of files, in one line."""
    parts = (
        f"{read:,} read" if read else "",
        f"{flagged:,} flagged" if flagged else "",
        f"{unchanged:,} there before" if unchanged else "",
        f"{refused:,} refused" if refused else "",
    )
    return ", ".join(part for part in parts if part) or NOTHING_CHANGED


def waiting(number: int) -> str:
    """Return how many files were not reached."""
    files = counted(number, "file", "files")
    return f"Stopped. {files} still to be done: add them again, what is done is not done twice."


def removed(number: int) -> str:
    """Return how many documents were removed."""
    return f"{counted(number, 'document', 'documents')} removed. {TO_GET_BACK}"


def superseded_by(symbol: str) -> str:
    """Return that there is a newer revision."""
    return f"superseded by {symbol}"


def pages(number: int) -> str:
    """Return a number of pages."""
    return counted(number, "page", "pages")


def coverage(percent: str) -> str:
    """Return how much of a file was accounted for."""
    return f"{percent} of its characters are in a unit, a heading, or set aside below."


def and_more_rows(number: int) -> str:
    """Return the end of a table that is cut."""
    return f"… and {number:,} more"
