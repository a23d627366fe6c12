"""Speed and memory, each next to a yardstick measured in the same run: ``python -m eval.bench``.

Cold figures are whole processes, as a person starts them; warm ones are taken inside this
process; those of the page are by the clock of a real browser. Ratios travel from machine to
machine, seconds do not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from assistant.settings import Settings
from embeddings.models import locate
from eval.bench.answers import measure_warm
from eval.bench.browser import reason_not_measured
from eval.bench.commands import measure_build, measure_cold
from eval.bench.page import measure_page
from eval.bench.table import print_table, write_record
from eval.library import first_model


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything, print one table, and write it down if asked to."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--output", type=Path, help="write the figures to this JSON file")
    parser.add_argument("--runs", type=int, default=5, help="cold runs of each (%(default)s)")
    parser.add_argument("--questions", type=int, default=60, help="warm questions (%(default)s)")
    parser.add_argument(
        "--visits", type=int, default=3, help="servers started for the browser (%(default)s)"
    )
    parser.add_argument(
        "--typed", type=int, default=20, help="questions typed in the browser (%(default)s)"
    )
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        model_folder = locate(first_model(Settings(home=folder / "home").model)).folder
        if model_folder is None:
            parser.error("the yardstick needs a model that is on this machine: PINCITE_MODEL")
        figures = measure_build(folder, model_folder)
        figures += measure_cold(folder / "home", model_folder, chosen.runs)
        figures += measure_warm(folder / "home", chosen.questions)
        left_out = reason_not_measured()
        if not left_out:
            figures += measure_page(folder / "home", chosen.visits, chosen.typed)
    print_table(figures, [left_out] if left_out else [])
    if chosen.output:
        write_record(chosen.output, figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
