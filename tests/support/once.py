"""What is made once for all workers of a test run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first worker to ask for it makes, and the others share.

    Args:
        factory: Of this worker.
        name: Of the folder; nobody may change what is in it.
        make: Fills it.
    """
    base = factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made = root / name / "home", root / name / "made"
    with FileLock(root / f"{name}.lock"):
        if not made.exists():
            folder.parent.mkdir(exist_ok=True)
            make(folder)
            made.touch()
    return folder
