"""The words of the interface, in the language of whoever reads them.

Each language has one catalogue in `catalogues/`, written in Fluent (https://projectfluent.org).
What a catalogue lacks is said in English. Knows no Streamlit: the page says, with `listen_to`, how
the reader's language is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Placeable, TextElement, VariableReference

Result = TypeVar("Result")

CATALOGUES = Path(__file__).with_name("catalogues")

LANGUAGES: Final = {"en": "English", "fr": "Français", "es": "Español"}
"""Name of each language in that language, by its ISO 639-1 code; the first one stands in."""

DEFAULT: Final = "en"

_LOCALES = {"en": "en_GB", "fr": "fr_FR", "es": "es_ES"}
"""Whose numbers and lists are written: the United Nations write British English."""

_spoken: ContextVar[str | None] = ContextVar("language", default=None)

_finders: list[Callable[[], str]] = []


def say(message: str, **values: str | float) -> str:
    """Return a message of the interface.

    Args:
        message: Its name in the catalogues.
        values: What it leaves open; numbers are written as the language writes them.

    Raises:
        KeyError: No catalogue has the message.
        ValueError: It cannot be put together, as where a value is missing.
    """
    for language in dict.fromkeys((spoken(), DEFAULT)):
        bundle = _bundle(language)
        if not bundle.has_message(message):
            continue
        pattern = bundle.get_message(message).value
        if pattern is None:
            continue
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"message {message!r} in {language}: {errors[0]!r}")
        return str(text)
    raise KeyError(message)


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: ``a, b and c``."""
    return format_list(words, locale=_LOCALES[spoken()])


def figure(number: float, places: int, *, signed: bool = False) -> str:
    """Return a number as the language writes it, with so many digits behind the point.

    Args:
        number: Any.
        places: Digits behind the point.
        signed: Whether a number above 0 has its sign too.
    """
    digits = f"0.{'0' * places}" if places else "0"
    pattern = f"+{digits};-{digits}" if signed else digits
    # Rounded here, so that halves fall as Python's own formatting lets them fall.
    return str(format_decimal(round(number, places), pattern, locale=_LOCALES[spoken()]))


def spoken() -> str:
    """Return the code of the language that `say` speaks here."""
    chosen = _spoken.get()
    if chosen is not None:
        return chosen
    return _finders[-1]() if _finders else DEFAULT


def listen_to(finder: Callable[[], str]) -> None:
    """Have a function tell the reader's language, wherever `speaking` has not set one.

    Args:
        finder: Returns a code of `LANGUAGES`.
    """
    _finders[:] = [finder]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, in this thread; one that has no catalogue is English."""
    token = _spoken.set(language if language in LANGUAGES else DEFAULT)
    try:
        yield
    finally:
        _spoken.reset(token)


def in_this_language(work: Callable[[], Result]) -> Callable[[], Result]:
    """Return work to be done in another thread, in the language that is spoken in this one."""
    language = spoken()

    def speak_and_work() -> Result:
        with speaking(language):
            return work()

    return speak_and_work


def nearest(locales: Iterable[str | None]) -> str:
    """Return the first language that there is a catalogue of.

    Args:
        locales: BCP 47 tags, the most wanted one first: ``fr-CH``, ``en``.
    """
    for locale in locales:
        code = (locale or "").replace("_", "-").split("-")[0].casefold()
        if code in LANGUAGES:
            return code
    return DEFAULT


@dataclass(frozen=True, slots=True)
class Hole:
    """What a message leaves open, by its name."""

    name: str


def plain_messages(prefix: str) -> dict[str, tuple[str | Hole, ...]]:
    """Return messages of the English catalogue as their words and what they leave open.

    Args:
        prefix: How their names begin.

    Raises:
        ValueError: One holds more than words and variables.
    """
    source = (CATALOGUES / f"{DEFAULT}.ftl").read_text(encoding="utf-8")
    return {
        entry.id.name: tuple(map(_piece, entry.value.elements if entry.value else ()))
        for entry in FluentParser().parse(source).body
        if isinstance(entry, Message) and entry.id.name.startswith(prefix)
    }


def _piece(element: TextElement | Placeable) -> str | Hole:
    if isinstance(element, TextElement):
        return element.value
    if isinstance(element.expression, VariableReference):
        return Hole(element.expression.id.name)
    raise ValueError(f"{element.expression} is neither words nor a variable")


@cache
def _bundle(language: str) -> FluentBundle:
    source = (CATALOGUES / f"{language}.ftl").read_text(encoding="utf-8")
    # What is put in is escaped or isolated where it is drawn, not here.
    bundle = FluentBundle([_LOCALES[language].replace("_", "-")], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    return bundle
