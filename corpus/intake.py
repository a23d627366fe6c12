"""Documents from files that nobody vouches for: each is read in a process that can be stopped.

Every file is, small texts too: a text can keep the parser busy as well as a PDF can, and a worker
is there within a tenth of a second, once for a whole run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from corpus.candidates import Candidate, Part, collect, read_part
from corpus.documents import Loaded, load_candidate
from corpus.isolation import Answer, default_workers, run_all
from corpus.limits import Limits
from corpus.types import Document

__all__ = ["Candidate", "Limits", "Outcome", "Part", "collect", "read_documents", "read_part"]

Status = Literal["read", "flagged", "refused", "unchanged"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one candidate.

    Attributes:
        name: As the person knows it: a path, or ``archive.zip: folder/x.pdf``.
        status: ``flagged`` was read but must be used with care; ``unchanged`` was not parsed,
            because its hash is known.
        document: None if it was refused or is unchanged.
        symbol: Of the document; empty if it was refused.
        reasons: Why it is flagged or refused, a line each.
        sha256: What a library keeps to know it again: of the file, or of all that a document with
            a metadata file is made from; empty if it was refused.
        seconds: Wall-clock time.
    """

    name: str
    status: Status
    document: Document | None
    symbol: str
    reasons: tuple[str, ...]
    sha256: str
    seconds: float


def read_documents(
    candidates: Iterable[Candidate],
    known: Mapping[str, str] | None = None,
    workers: int = 0,
    limits: Limits | None = None,
) -> Generator[Outcome, None, None]:
    """Read candidates side by side, and yield what became of each, in their order.

    Lazily: a few files are read ahead of the outcome that is waited for, no more. Documents come
    as their files tell them; `corpus.reconcile.reconcile` puts them beside each other and those
    of a library. Closing the iterator, or an exception such as Ctrl-C, ends the workers at once.

    Args:
        candidates: From `collect`.
        known: Symbol of the document for each SHA-256 that need not be read again: those that
            an earlier outcome had, or of renditions, if they were read with today's
            `corpus.version.PARSER_VERSION`.
        workers: Processes; 0 takes the cores that this process may use.
        limits: For each file, and on archives.
    """
    known, limits = known or {}, limits or Limits()
    candidates = list(candidates)
    count = max(1, min(workers or default_workers(), len(candidates)))
    unpacked: Counter[Path] = Counter()

    def jobs() -> Iterator[Candidate]:
        for candidate in candidates:
            yield _within_budget(candidate, unpacked, limits)

    work = partial(load_candidate, known=frozenset(known), limits=limits)
    answers = run_all(work, jobs(), limits, count)
    try:
        for candidate, answer in zip(candidates, answers, strict=True):
            if answer.value is not None and any(part.address for part in candidate.parts):
                unpacked[candidate.parts[0].path] += answer.value.bytes
            yield _outcome(candidate, answer, known)
    finally:
        answers.close()


def _within_budget(candidate: Candidate, unpacked: Counter[Path], limits: Limits) -> Candidate:
    """Refuse a member of an archive that has unpacked to more than it may."""
    packed = [part for part in candidate.parts if part.address]
    if not packed or unpacked[packed[0].path] <= limits.unpacked:
        return candidate
    refusal = (
        f"{candidate.name} is in an archive that unpacks to more than {limits.unpacked:,} bytes. "
        "Split the archive."
    )
    return replace(candidate, parts=(), refusal=refusal)


def _outcome(candidate: Candidate, answer: Answer[Loaded], known: Mapping[str, str]) -> Outcome:
    loaded = answer.value
    if loaded is None or loaded.refusal:
        reason = loaded.refusal if loaded else answer.error or f"{candidate.name} {answer.fault}"
        return Outcome(candidate.name, "refused", None, "", (_line(reason),), "", answer.seconds)
    document = loaded.document
    if document is None:
        symbol = known[loaded.sha256]
        return Outcome(candidate.name, "unchanged", None, symbol, (), loaded.sha256, answer.seconds)
    return Outcome(
        name=candidate.name,
        status="flagged" if document.flags else "read",
        document=document,
        symbol=document.symbol,
        reasons=tuple(_line(flag.detail) for flag in document.flags),
        sha256=loaded.sha256,
        seconds=answer.seconds,
    )


def _line(text: str) -> str:
    return " ".join(text.split())
