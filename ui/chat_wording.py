"""The words around chats and turns, as plain text. No word of a document is here."""

from __future__ import annotations

from ui.wording import counted

# ---- chats

SEARCH = "Search chats"
NOTHING_FOUND = "No chat has these words."
TODAY = "Today"
YESTERDAY = "Yesterday"
THIS_WEEK = "Last 7 days"
EARLIER = "Earlier"
SHOW_MORE = "Show more"
CHAT_MENU = "Rename or delete"
RENAME = "Rename"
DELETE = "Delete"
NEW_TITLE = "Title"
SAVE = "Save"
CANCEL = "Cancel"
MANAGE = "Where chats are kept"
DELETE_ALL = "Delete all chats"
VISIT_ONLY = (
    "Chats end with this visit: they are kept only where Pincite serves the computer it runs on "
    "and nobody else."
)
CHAT_DELETED = "Chat deleted."
QUESTION_DELETED = "Question deleted."
UNDO = "Undo"

# ---- turns

EDIT = "Edit"
EDIT_QUESTION = "Question"
EDIT_READING = "Read the question as"
EDIT_DOCUMENTS = "Documents to ask"
ASK_AGAIN = "Ask again"
STOP = "Stop"
STOPPED = "Stopped before there was an answer."
LOOKING = "Looking…"
VERSION_BEFORE = "Previous version"
VERSION_AFTER = "Next version"
CHANGED = "The text has changed since this was answered."
QUOTES_STAND = "A document has changed since this was answered; the quoted words are still in it."
QUOTES_CHANGED = "A document has changed since this was answered."
EDIT_READ_AS = "Change how it is read"

# ---- help

HELP = "Help"
KEYBOARD = "Keyboard"
SHORTCUTS_ON = "Keys on: / Esc ?"
HOW_TO_CITE = "How to cite"
KEYS = (
    ("/", "to the question box"),
    ("Enter", "asks the question"),
    ("Shift + Enter", "begins a new line in it"),
    ("Esc", "closes the source"),
    ("?", "opens this help"),
    ("Tab, Shift + Tab", "to the next button, or the one before"),
)
KEYS_NOTE = "The keys / Esc and ? do nothing while you type, or when they are switched off here."
SURE_TEXT = (
    "“Very likely answered here” says how likely the documents are to answer the question at "
    "all, estimated from how well the nearest paragraphs fit. Press it for the number."
)
CITE_TEXT = (
    "Cite the document and its paragraph, in the form each quote carries, after you have opened "
    "the paragraph: the words are the document’s, not Pincite’s.",
    "To say how you found it:",
)


def chat_menu(name: str) -> str:
    """Return what a chat's menu is called to those who hear the page."""
    return f"{CHAT_MENU}: {name}"


def delete_all_question(number: int, *, kept: bool) -> str:
    """Return what is asked before all chats are deleted."""
    return f"Delete {counted(number, 'chat', 'chats')}{' from this computer' if kept else ''}?"


def chats_deleted(number: int) -> str:
    """Return that chats were deleted."""
    return f"{counted(number, 'chat', 'chats')} deleted."


def kept_in(folder: str) -> str:
    """Return where chats are kept."""
    return f"Only on this computer, in files that only your account can read: {folder}"


def version_of(version: int, versions: int) -> str:
    """Return which version of a question is shown."""
    return f"{version} of {versions}"


def ask_again_of(documents: str) -> str:
    """Return that a question is asked again, of other documents."""
    return f"Ask again of: {documents}"


def whole(reference: str) -> str:
    """Return what a button says that asks for the whole list a quote stands in."""
    return f"All of {reference}"


def read_on(reference: str) -> str:
    """Return what a button says that asks for the paragraph behind."""
    return f"Next: {reference}"


def referred_to(reference: str) -> str:
    """Return what a button says that asks for what a quoted paragraph refers to."""
    return f"It refers to {reference}"


def referring(reference: str) -> str:
    """Return what a button says that asks for what refers to a quoted paragraph."""
    return f"{reference} refers to it"


def section(reference: str) -> str:
    """Return what a button says that asks for all of the quoted paragraph's section."""
    return f"Same section: {reference}"


def say(reference: str, document: str, *, several: bool) -> str:
    """Return the question for what paragraphs say; `document` is empty for the only one."""
    of = f" of {document}" if document else ""
    return f"What {'do' if several else 'does'} {reference}{of} say?"


def how_found(version: str) -> str:
    """Return a sentence for a note on method."""
    return f"Paragraphs located with Pincite {version} and checked against the document."
