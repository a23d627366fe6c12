"""Serves the page as ``python -m ui`` does, and is watched: ``watched_server.py FOLDER --port N``.

FOLDER/events gets a line for each library that is opened and each model that is loaded. While a
file FOLDER/held is there, the question that is written in it gets no answer.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from assistant import factory
from assistant.assistant import Assistant
from embeddings.onnx_encoder import OnnxEncoder
from ui.__main__ import main

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

EVENTS = "events"
HELD = "held"
LIBRARY = "library"
MODEL = "model"


def watch(folder: Path) -> None:
    """Write down what is loaded from now on, and hold back what is to be."""
    OnnxEncoder.__init__ = _noted(folder, MODEL, OnnxEncoder.__init__)  # type: ignore[method-assign]
    factory.open_assistant = _noted(folder, LIBRARY, factory.open_assistant)
    Assistant.ask = _held(folder / HELD, Assistant.ask)  # type: ignore[method-assign]


def _noted(
    folder: Path, event: str, action: Callable[Arguments, Result]
) -> Callable[Arguments, Result]:
    @wraps(action)
    def note(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        with (folder / EVENTS).open("a", encoding="utf-8") as events:
            events.write(f"{event}\n")
        return action(*args, **kwargs)

    return note


def _held(file: Path, action: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    def held() -> str:
        try:
            return file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    @wraps(action)
    def wait(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        while args[1] == held():
            time.sleep(0.05)
        return action(*args, **kwargs)

    return wait


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
