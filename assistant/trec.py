"""Ranked units -> lines of a TREC run: ``qid Q0 docid rank score tag``.

A unit's docid is ``SYMBOL#LABEL`` with each run of white space as one ``_``, since the format
parts its fields by white space: ``annex:CTOC/COP/WG.4/2011/L.1 and Add.1-5`` of that document
becomes ``CTOC/COP/WG.4/2011/8#annex:CTOC/COP/WG.4/2011/L.1_and_Add.1-5``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from assistant.types import Hit

TAG = "pincite"
"""The run's name in its last column."""


def docid(document: str, label: str) -> str:
    """Return the name of a unit in runs and qrels; it holds no white space."""
    return "_".join(f"{document}#{label}".split())


def run_lines(qid: str, hits: Sequence[Hit], *, tag: str = TAG) -> Iterator[str]:
    """Yield one line a hit, best first, without line ends.

    Evaluators order by score, read it as float32 and break ties by docid, whatever the rank
    column says. So scores are written as float32, each below the one before it.

    Raises:
        ValueError: The qid or the tag holds white space, or is empty.
    """
    for name in (qid, tag):
        if len(name.split()) != 1 or name != name.strip():
            raise ValueError(f"{name!r} is empty or has white space, which a TREC run cannot hold")
    before = np.float32(np.inf)
    for rank, hit in enumerate(hits, start=1):
        below = np.nextafter(before, np.float32(-np.inf))
        before = min(np.float32(hit.score), below)
        yield f"{qid} Q0 {docid(hit.document, hit.label)} {rank} {float(before):.9g} {tag}"
