"""The figures as a table on the screen, and as a record in a file."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from eval.bench.types import Figure


def print_table(figures: Sequence[Figure], notes: Sequence[str] = ()) -> None:
    """Print each figure next to its yardstick, then what was left out and why."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in ("measured", "", "", "yardstick", "", "ratio"):
        table.add_column(name, justify="left" if name in {"measured", "yardstick"} else "right")
    for f in figures:
        beside = f"{f.yardstick_value:.3g}" if f.yardstick_value is not None else ""
        ratio = f"{f.ratio:.2f}" if f.ratio is not None else ""
        table.add_row(f.name, f"{f.value:.3g}", f.unit, f.yardstick, beside, ratio)
    console = Console(highlight=False, width=120)
    console.print(table)
    for note in notes:
        console.print(note, soft_wrap=True, markup=False)


def write_record(path: Path, figures: Sequence[Figure]) -> None:
    """Write the figures, and the machine that they are of, as JSON."""
    record = {
        "machine": {
            "system": platform.platform(),
            "python": platform.python_version(),
            "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None,
        },
        "figures": [asdict(f) | {"ratio": f.ratio} for f in figures],
    }
    path.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
