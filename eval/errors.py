"""What can be wrong with a set of questions.

PinciteError
└── QuestionSetError           lines of a question set that cannot be read or do not fit the library
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import PinciteError


class QuestionSetError(PinciteError):
    """A question set cannot be used; names every fault at once.

    Attributes:
        path: The set's file.
        problems: One sentence a fault, each beginning with the line it stands on.
    """

    def __init__(self, path: Path, problems: Sequence[str]) -> None:
        self.path = path
        self.problems = tuple(problems)
        number, listed = len(self.problems), "; ".join(self.problems)
        super().__init__(
            f"1 fault in {path}: {listed}. The format is explained by: python -m eval check --help"
            if number == 1
            else f"{number} faults in {path}: {listed}. "
            "The format is explained by: python -m eval check --help"
        )
