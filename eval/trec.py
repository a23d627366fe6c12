"""TREC run and qrels files, so that trec_eval and its kin can check the figures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assistant.trec import docid
from eval.types import Qrel, RunEntry, UnitKey


def docno(unit: UnitKey) -> str:
    """Return a unit's name in TREC files, the same that ``pincite search --run`` writes."""
    return docid(unit.document, unit.label)


def write_qrels(path: Path, qrels: Iterable[Qrel]) -> None:
    """Write ``query 0 docno relevance`` lines, in the order given."""
    lines = (f"{q.query_id} 0 {docno(q.unit)} {q.relevance}\n" for q in qrels)
    path.write_text("".join(lines), encoding="utf-8")


def write_run(path: Path, entries: Iterable[RunEntry], tag: str) -> None:
    """Write ``query Q0 docno rank score tag`` lines, in the order given.

    The score written is 1/rank: trec_eval ignores the rank column and breaks ties of scores in
    its own order, which would move a measure. The system's own scores are in the results file.
    """
    lines = (f"{e.query_id} Q0 {docno(e.unit)} {e.rank} {1 / e.rank:.6f} {tag}\n" for e in entries)
    path.write_text("".join(lines), encoding="utf-8")
