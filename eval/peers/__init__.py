"""Other people's programs on the same units and the same model: which there are, how to get them.

Each is run the way its own documentation shows for hybrid search, with the defaults. They come
with the optional extra ``peers``; nothing here imports them before they are used.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus.errors import PinciteError

if TYPE_CHECKING:
    from corpus.types import Located
    from eval.systems import System

PEERS = {
    "txtai": ("txtai",),
    "haystack": ("haystack", "haystack_integrations.components.embedders.sentence_transformers"),
}
"""Peers by name, with the modules that each needs."""

INSTALL = "pip install --constraint constraints.txt --editable '.[peers]'"


class PeerMissingError(PinciteError):
    """A peer is asked for whose packages are not installed."""


def missing_peers() -> tuple[str, ...]:
    """Return the names of the peers that are not installed."""
    return tuple(name for name, modules in PEERS.items() if not all(map(_installed, modules)))


def make_peer(name: str, units: Iterable[Located], model: str) -> System:
    """Return a peer that has indexed the units' own words.

    Args:
        name: One of `PEERS`.
        units: All that can be found.
        model: Name or folder of the embedding model.

    Raises:
        PeerMissingError: It is not installed.
        ModelError: The model is not on this machine.
    """
    if name in missing_peers():
        raise PeerMissingError(f"{name} is not installed. Add it: {INSTALL}")
    if name == "txtai":
        from eval.peers.txtai_index import TxtaiPeer

        return TxtaiPeer(units, model)
    from eval.peers.haystack_pipeline import HaystackPeer

    return HaystackPeer(units, model)


def _installed(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:  # A package on the way to it is missing.
        return False
