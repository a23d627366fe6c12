"""Answers in a process that has answered before."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from assistant.explanation import close_matches_read
from assistant.factory import make_assistant, open_assistant
from assistant.settings import Settings
from embeddings.encoders import open_encoder
from eval.bench.processes import to_mib
from eval.bench.types import Figure
from eval.questions import find_set, load_questions


def measure_warm(home: Path, n_questions: int) -> list[Figure]:
    """Time answers in a process that has answered before, and the encoder alone; medians."""
    settings = Settings(home=home)
    assistant = open_assistant(settings)
    encoder = open_encoder(home, assistant.library.manifest.model)
    questions = load_questions(find_set("report")).questions[:n_questions]
    for question in questions[:10]:
        assistant.ask(question.question)
        encoder.encode_queries([question.question])
    # The same library, nothing of it read.
    plain = make_assistant(assistant.library, Settings(home=home, rerank=False))
    stages = ("encode", "search", "rerank", "compose", "total")
    parts: dict[str, list[float]] = {name: [] for name in stages}
    wall, close, unread, alone = [], [], [], []
    for question in questions:
        alone.append(time_ms(lambda q=question.question: encoder.encode_queries([q])))  # type: ignore[misc]
        began = time.perf_counter()
        answer = assistant.ask(question.question, history=question.history)
        wall.append((time.perf_counter() - began) * 1000)
        close.append(close_matches_read(answer.explanation))
        for name, values in parts.items():
            values.append(answer.timings_ms.get(name, 0.0))
        unread.append(time_ms(lambda q=question: plain.ask(q.question, history=q.history)))  # type: ignore[misc]
    one_pass = median(alone)
    yardstick = "the encoder alone, same question"
    figures = [
        Figure(f"warm answer, {name}", median(values), "ms", yardstick, one_pass)
        for name, values in parts.items()
    ]
    figures.append(
        Figure("warm answer, seen from outside", median(wall), "ms", yardstick, one_pass)
    )
    without = median(unread)
    figures.append(Figure("warm answer, no reranker", without, "ms", yardstick, one_pass))
    read = [ms for ms, was_read in zip(wall, close, strict=True) if was_read]
    if read:
        figures += [
            Figure("share of questions whose close matches are read", len(read) / len(wall), ""),
            Figure("warm answer, close matches read", median(read), "ms", "no reranker", without),
        ]
    peak = to_mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return [*figures, Figure("peak memory of a process that answers", peak, "MiB")]


def time_ms(action: Callable[[], object]) -> float:
    """Return how long something takes, in milliseconds."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000
