"""``python -m eval split``: one set into the half to fit on and the half to report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.streams import note
from eval.errors import QuestionSetError
from eval.split import SEED

EXAMPLES = """[bold]Example[/bold]
  python -m eval split mine.jsonl --seed 7      writes mine-tune.jsonl and mine-report.jsonl
"""


def split(
    question_set: Annotated[Path, typer.Argument(metavar="SET.jsonl", help="A set of questions.")],
    seed: Annotated[
        int, typer.Option("--seed", help="Write it down: the same one gives the same halves.")
    ] = SEED,
) -> None:
    """Deal a set into two, half and half within each kind: one to fit on, one to report.

    Look at the first as much as you like; look at the second's figures only.
    """
    from eval.questions import load_questions
    from eval.split import deal

    questions = load_questions(question_set)
    outputs = [
        question_set.with_name(f"{question_set.stem}-{half}.jsonl") for half in ("tune", "report")
    ]
    for output in outputs:
        if output.exists():
            raise QuestionSetError(output, ["it exists already; move it away first"])
    lines = {
        json.loads(line)["id"]: line.strip() + "\n"
        for line in question_set.read_text(encoding="utf-8-sig").split("\n")
        if line.strip()
    }
    for output, half in zip(outputs, deal(questions.questions, seed), strict=True):
        try:
            output.write_text("".join(lines[q.id] for q in half), encoding="utf-8")
        except OSError as error:
            raise QuestionSetError(output, [error.strerror or str(error)]) from None
        note(f"{len(half)} questions in {output}")
