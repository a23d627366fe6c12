"""Sentences of the interface that take more than one message of the catalogues to say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import get_args

from assistant.explanation import feature_words
from assistant.retrieval import SIGNALS
from assistant.types import FeaturePart
from corpus.structure.reading import Role
from ui.language import listed, say

NAME = "Pincite"

READING = "reading files"
"""Name of the stage of indexing that is over before the longest one begins."""

_STAGES = {
    READING: "stage-reading",
    "exporting the model": "stage-model",
    "embedding units": "stage-embedding",
    "writing the index": "stage-writing",
    "switching over": "stage-writing",
}
"""What a stage of the work is called here; others are called what they are."""

_ROLES = ("more of the heading", "more of", *get_args(Role))
"""What a marker can be taken for; the longer name first."""

KEYS = (
    ("/", "key-slash"),
    ("Enter", "key-enter"),
    ("Shift + Enter", "key-shift-enter"),
    ("Esc", "key-escape"),
    ("?", "key-question-mark"),
    ("Tab, Shift + Tab", "key-tab"),
)
"""Keys, and the message that says what each does."""


def no_document(symbol: str, near: str) -> str:
    """Return that a link's document is not here, and which one has a symbol like it."""
    told = say("no-document", symbol=symbol)
    return f"{told} {say('document-like-it', symbol=near)}" if near else told


def running(stage: str, done: int, total: int) -> str:
    """Return how far a run is."""
    if not stage:
        return say("starting")
    called = say(_STAGES[stage]) if stage in _STAGES else stage
    return say("progress", stage=called, done=done, total=total)


def years(since: str, until: str) -> str:
    """Return a span of years; empty if it has no end."""
    if since and until:
        return since if since == until else say("years-between", since=since, until=until)
    if since:
        return say("years-from", since=since)
    return say("years-until", until=until) if until else ""


def page_of_file(page: int, pages: int, *, boxed: bool) -> str:
    """Return what stands under the picture of a page."""
    told = say("page-of-file", page=page, pages=pages)
    return told if boxed else f"{told}; {say('words-not-on-page')}"


def page_alternative(page: int, document: str, quote: str, *, boxed: bool) -> str:
    """Return what those hear who do not see the picture of a page."""
    if boxed:
        return say("page-heard-boxed", page=page, document=document, quote=quote)
    return say("page-heard", page=page, document=document)


def words_in(words: Sequence[str], reference: str) -> str:
    """Return that words of the question stand in a paragraph."""
    return say("words-in", number=_number(words), words=_quoted(words), reference=reference)


def words_over(words: Sequence[str], reference: str) -> str:
    """Return that words of the question stand only over a paragraph."""
    return say("words-over", number=_number(words), words=_quoted(words), reference=reference)


def _quoted(words: Sequence[str]) -> str:
    return listed([say("quoted", words=word) for word in words])


def _number(words: Sequence[str]) -> int:
    """Return how many words there are, counting those that stand together."""
    return sum(len(word.split()) for word in words)


def some_of(names: Sequence[str], most: int) -> str:
    """Return names as a list in a sentence; those beyond `most` are counted."""
    more = len(names) - most
    if more <= 0:
        return listed(names)
    return f"{', '.join(names[:most])} {say('and-more', number=more)}"


def feature(part: FeaturePart) -> str:
    """Return what a feature of the confidence says, as `explanation.feature_words` does."""
    match part.name:
        case "standing_out":
            return say("feature-standing-out", deviations=round(part.value, 1))
        case "far_off":
            return say("feature-far-off")
        case "agreement":
            agreed = round(part.value * len(SIGNALS))
            return say("feature-agreement", agreed=agreed, signals=len(SIGNALS))
        case "one_section":
            if part.value == 1:
                return say("feature-one-section-all")
            return say("feature-one-section", share=part.value)
        case "wrong_kind":
            return say("feature-wrong-kind")
        case "explained":
            return say("feature-explained" if part.contribution > 0 else "feature-unexplained")
        case "worst_part":
            return say("feature-fits" if part.contribution > 0 else "feature-misfits")
        case _:
            return feature_words(part)


def question_about(reference: str, document: str, *, several: bool) -> str:
    """Return the question for what paragraphs say; `document` is empty for the only one."""
    number = 2 if several else 1
    if not document:
        return say("what-it-says", number=number, reference=reference)
    return say("what-it-says-there", number=number, reference=reference, document=document)


def question_on(topic: str, document: str) -> str:
    """Return the question for what is said on a topic; `document` is empty for the only one."""
    if not document:
        return say("what-is-said", topic=topic)
    return say("what-is-said-there", topic=topic, document=document)


def paragraphs(prefix: str) -> tuple[str, ...]:
    """Return the messages ``prefix-1``, ``prefix-2`` and so on, as far as there are any."""
    found = []
    for number in count(1):
        try:
            found.append(say(f"{prefix}-{number}"))
        except KeyError:
            return tuple(found)
    return tuple(found)


def stage(name: str, done: int, total: int, left: str) -> str:
    """Return how far the work is, e.g. ``Reading files: 3 of 10, about 20 s left``."""
    if not name:
        return say("starting")
    called = say(_STAGES[name]) if name in _STAGES else name.capitalize()
    told = say("progress", stage=called, done=done, total=total)
    if name == READING and done >= total:
        return f"{told}. {say('stage-embedding')}…"
    return f"{told}, {left}" if left else told


def time_left(seconds: float) -> str:
    """Return a time that is left, in the roundest figures that help."""
    if seconds < 60:
        return say("seconds-left", seconds=max(5, 5 * round(seconds / 5)))
    if seconds < 3600:
        return say("minutes-left", minutes=round(seconds / 60))
    return say("hours-left", hours=round(seconds / 3600, 1))


def document_kind(kind: str) -> str:
    """Return what a kind of document is called; one that a person has named stays as it is."""
    return say("document-kind", kind=_key(kind), words=kind)


def language_name(code: str) -> str:
    """Return what a language is called; of one without a name here, its ISO 639-1 code."""
    return say("language-name", code=code)


def flag_kind(kind: str) -> str:
    """Return in a word or two why a document must be cited with care."""
    return say("flag-kind", kind=_key(kind), words=kind)


def problem_kind(kind: str) -> str:
    """Return what a kind of fault in the numbering, or in a reference, is called."""
    return say("problem-kind", kind=_key(kind), words=kind)


def furniture_kind(kind: str) -> str:
    """Return what a kind of text that was set aside is called."""
    return say("furniture-kind", kind=_key(kind), words=kind)


def file_format(name: str) -> str:
    """Return what a file's format is called."""
    return say("file-format", format=name)


def marker_reading(reading: str) -> str:
    """Return what a marker was taken for, e.g. ``paragraph 5``: what it is, and its label."""
    for role in _ROLES:
        if reading == role or reading.startswith(f"{role} "):
            return say("marker-role", role=_key(role)) + reading.removeprefix(role)
    return reading


def _key(name: str) -> str:
    """Return the engine's name of something as catalogues can have it: without spaces."""
    return name.replace(" ", "-")


def summary(read: int, flagged: int, unchanged: int, refused: int) -> str:
    """Return what became of files, in one line."""
    parts = (
        say("counted-read", number=read) if read else "",
        say("counted-flagged", number=flagged) if flagged else "",
        say("counted-unchanged", number=unchanged) if unchanged else "",
        say("counted-refused", number=refused) if refused else "",
    )
    return ", ".join(part for part in parts if part) or say("library-nothing-changed")
