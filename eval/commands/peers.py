"""Which systems a run asks if none is named: all whose packages are installed."""

from __future__ import annotations

from assistant.commands.streams import note
from eval.library import SYSTEMS
from eval.peers import INSTALL, missing_peers


def installed_systems() -> tuple[str, ...]:
    """Return the names of all systems that can run."""
    missing = missing_peers()
    return tuple(name for name in SYSTEMS if name not in missing)


def note_missing_peers() -> None:
    """Say in one line how to add the peers that are not installed; nothing if all are."""
    if missing := missing_peers():
        note(f"Without {' and '.join(missing)}, which are not installed. Add them: {INSTALL}")
