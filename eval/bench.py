"""Speed and memory, each next to a yardstick measured in the same run: ``python -m eval.bench``.

Cold figures are whole processes, as a person starts them; warm ones are taken inside this
process. Ratios travel from machine to machine, seconds do not.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from assistant.factory import open_assistant
from assistant.settings import Settings
from embeddings.encoders import models_folder, open_encoder
from embeddings.library import open_library
from embeddings.models import locate
from eval.library import first_model
from eval.questions import find_set, load_questions

QUESTION = "Who chaired the meeting?"

ENCODE_ONE = """
import sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1], device="cpu").encode([sys.argv[2]])
"""
"""The yardstick of a cold answer: import it, load the model, encode one sentence."""

ENCODE_ALL = """
import json, sys, time
from pathlib import Path
from sentence_transformers import SentenceTransformer
model = SentenceTransformer(sys.argv[1], device="cpu")
texts = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
model.encode(texts[:8])
began = time.perf_counter()
model.encode(texts)
sys.stdout.write(str(time.perf_counter() - began))
"""
"""The yardstick of a build: sentence-transformers encoding the same passages, loaded already."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, next to its yardstick.

    Attributes:
        name: What was measured.
        value: The figure.
        unit: Of both figures: ``s``, ``ms``, ``MiB``, ``passages/s`` or ``units/s``.
        yardstick: What it is held against; empty if nothing is.
        yardstick_value: The yardstick's figure, None if there is none.
    """

    name: str
    value: float
    unit: str
    yardstick: str = ""
    yardstick_value: float | None = None

    @property
    def ratio(self) -> float | None:
        """The figure over its yardstick."""
        return self.value / self.yardstick_value if self.yardstick_value else None


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process cost.

    Attributes:
        seconds: From its start to its end.
        peak_mib: The most memory it held, in MiB.
        output: What it wrote to standard output.
    """

    seconds: float
    peak_mib: float
    output: str


def run_measured(command: Sequence[str], home: Path) -> Spent:
    """Run a process to its end and measure it.

    Raises:
        RuntimeError: It failed; the message holds what it said.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=dict(os.environ, PINCITE_HOME=str(home)), stdout=output, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise RuntimeError(f"{command} failed: {errors.read().decode(errors='replace')}")
        return Spent(seconds, _mib(usage.ru_maxrss), output.read().decode())


def measure_build(folder: Path, model_folder: Path) -> list[Figure]:
    """Build the shipped report's library twice: from nothing, and with the model exported."""
    home, again = folder / "home", folder / "again"
    first = run_measured(_pincite("index"), home)
    shutil.copytree(models_folder(home), models_folder(again))
    second = run_measured(_pincite("index"), again)
    library = open_library(home)
    passages = folder / "passages.json"
    passages.write_text(json.dumps([p.text for p in library.passages]), encoding="utf-8")
    plain = run_measured((sys.executable, "-c", ENCODE_ALL, str(model_folder), str(passages)), home)
    plain_seconds = float(plain.output)
    n_units, n_passages = len(library.catalogue), len(library.passages)
    encoder = "sentence-transformers, same passages"
    return [
        Figure("index, model exported too", first.seconds, "s"),
        Figure("index, model exported before", second.seconds, "s", encoder, plain_seconds),
        Figure("index rate, units", n_units / second.seconds, "units/s"),
        Figure(
            "index rate, passages",
            n_passages / second.seconds,
            "passages/s",
            encoder,
            n_passages / plain_seconds,
        ),
        Figure("peak memory of index", first.peak_mib, "MiB", encoder, plain.peak_mib),
    ]


def measure_cold(home: Path, model_folder: Path, runs: int) -> list[Figure]:
    """Time `pincite ask` and the yardstick as fresh processes, turn about; medians."""
    ask, reference = [], []
    for _ in range(runs):
        ask.append(run_measured(_pincite("ask", QUESTION), home))
        reference.append(
            run_measured((sys.executable, "-c", ENCODE_ONE, str(model_folder), QUESTION), home)
        )
    show = [run_measured(_pincite("show", "25"), home) for _ in range(runs)]
    yardstick = "sentence-transformers, one sentence"
    seconds = median(r.seconds for r in reference)
    return [
        Figure("cold ask", median(a.seconds for a in ask), "s", yardstick, seconds),
        Figure("cold show", median(s.seconds for s in show), "s", yardstick, seconds),
        Figure(
            "peak memory of ask",
            max(a.peak_mib for a in ask),
            "MiB",
            yardstick,
            max(r.peak_mib for r in reference),
        ),
    ]


def measure_warm(home: Path, n_questions: int) -> list[Figure]:
    """Time answers in a process that has answered before, and the encoder alone; medians."""
    settings = Settings(home=home)
    assistant = open_assistant(settings)
    encoder = open_encoder(home, assistant.library.manifest.model)
    questions = load_questions(find_set("report")).questions[:n_questions]
    for question in questions[:10]:
        assistant.ask(question.question)
        encoder.encode_queries([question.question])
    parts: dict[str, list[float]] = {"encode": [], "search": [], "compose": [], "total": []}
    wall, alone = [], []
    for question in questions:
        alone.append(_time_ms(lambda q=question.question: encoder.encode_queries([q])))  # type: ignore[misc]
        began = time.perf_counter()
        answer = assistant.ask(question.question, history=question.history)
        wall.append((time.perf_counter() - began) * 1000)
        for name, values in parts.items():
            values.append(answer.timings_ms.get(name, 0.0))
    one_pass = median(alone)
    yardstick = "the encoder alone, same question"
    figures = [
        Figure(f"warm answer, {name}", median(values), "ms", yardstick, one_pass)
        for name, values in parts.items()
    ]
    figures.append(
        Figure("warm answer, seen from outside", median(wall), "ms", yardstick, one_pass)
    )
    peak = _mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return [*figures, Figure("peak memory of a process that answers", peak, "MiB")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything, print one table, and write it down if asked to."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--output", type=Path, help="write the figures to this JSON file")
    parser.add_argument("--runs", type=int, default=5, help="cold runs of each (%(default)s)")
    parser.add_argument("--questions", type=int, default=60, help="warm questions (%(default)s)")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        model_folder = locate(first_model(Settings(home=folder / "home").model)).folder
        if model_folder is None:
            parser.error("the yardstick needs a model that is on this machine: PINCITE_MODEL")
        figures = measure_build(folder, model_folder)
        figures += measure_cold(folder / "home", model_folder, chosen.runs)
        figures += measure_warm(folder / "home", chosen.questions)
    _print_table(figures)
    if chosen.output:
        record = {
            "machine": {
                "system": platform.platform(),
                "python": platform.python_version(),
                "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None,
            },
            "figures": [asdict(f) | {"ratio": f.ratio} for f in figures],
        }
        chosen.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


def _pincite(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "assistant", *arguments)


def _mib(maxrss: int) -> float:
    # Linux counts kibibytes, macOS bytes.
    return maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def _time_ms(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def _print_table(figures: Sequence[Figure]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in ("measured", "", "", "yardstick", "", "ratio"):
        table.add_column(name, justify="left" if name in {"measured", "yardstick"} else "right")
    for f in figures:
        beside = f"{f.yardstick_value:.3g}" if f.yardstick_value is not None else ""
        ratio = f"{f.ratio:.2f}" if f.ratio is not None else ""
        table.add_row(f.name, f"{f.value:.3g}", f.unit, f.yardstick, beside, ratio)
    Console(highlight=False, width=120).print(table)


if __name__ == "__main__":
    sys.exit(main())
