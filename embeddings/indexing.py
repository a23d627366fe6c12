"""Files -> library: what is new is read and embedded, what can be read is kept, faults are told."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.documents import shipped_report_path, shipped_symbol
from corpus.errors import IndexDamagedError, UnreadableFileError
from corpus.intake import Candidate, Limits, Outcome, collect, read_documents, read_part
from corpus.reconcile import reconcile
from corpus.types import Document
from corpus.version import PARSER_VERSION
from embeddings.build import BuildReport, Order, refresh, symbol_key
from embeddings.embedding import Stop, never_stop
from embeddings.encoders import Progress, ensure_encoder, remove_older_exports
from embeddings.generations import building, sweep
from embeddings.holdings import HeldFile, Reading
from embeddings.models import best_installed, canonical_name, parts_of
from embeddings.originals import find, keep
from embeddings.previous import Previous, read_previous
from embeddings.spool import DocumentSpool
from embeddings.types import Encoder

READ_STAGE = "reading files"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file, or of files that a metadata file brings together.

    Attributes:
        name: As the person knows it.
        symbol: Of the document that came of it; empty if it was refused.
        reasons: Why it is flagged or refused, a line each.
    """

    name: str
    symbol: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Files:
    """What became of the files.

    Attributes:
        read: Read now and without a flag.
        flagged: Read now, but to be cited with care.
        unchanged: In the library already.
        refused: Not in the library.
        unread: Number of those not reached because the work was stopped.
    """

    read: list[FileReport] = field(default_factory=list)
    flagged: list[FileReport] = field(default_factory=list)
    unchanged: list[FileReport] = field(default_factory=list)
    refused: list[FileReport] = field(default_factory=list)
    unread: int = 0

    @property
    def taken(self) -> int:
        """Number of those that are, or could be, in the library."""
        return len(self.read) + len(self.flagged) + len(self.unchanged)


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What indexing did.

    Attributes:
        files: What became of each file.
        build: What became of the library; None if no file could be read.
        seconds: Wall-clock time.
        model: Canonical name of the models of the library; empty if no file could be read.
    """

    files: Files
    build: BuildReport | None
    seconds: float
    model: str = ""

    @property
    def stopped(self) -> bool:
        """Whether the work was stopped before all was done."""
        return self.files.unread > 0 or (self.build is not None and self.build.stopped)


def index_files(
    home: Path,
    paths: Sequence[Path],
    model: str | None,
    progress: Progress,
    *,
    encoder: Encoder | None = None,
    threads: int = 0,
    workers: int = 0,
    limits: Limits | None = None,
    stop: Stop = never_stop,
) -> IndexReport:
    """Add files to the library in a data directory, or make the first one.

    A file whose bytes are in the library, read by this version of the parser, is neither read
    nor embedded again. A file that cannot be read stops nothing. What a run that was killed has
    read and embedded is taken up.

    Args:
        home: The data directory; made if it is not there.
        paths: Files, folders, patterns and archives. Without any, what the library holds is
            brought up to date; a library that holds nothing is given the shipped report.
        model: Name or folder of the embedding model; None takes what the library was made with,
            and for a new one the best that is on this machine.
        progress: Called with a stage's name, steps done and steps in all.
        encoder: Encodes instead of `model`'s export.
        threads: Threads for one forward pass; 0 takes the cores this process may use.
        workers: Processes that read; 0 takes the cores this process may use.
        limits: For each file, and on archives.
        stop: As in `embeddings.build.build_library`.

    Raises:
        UnreadableFileError: A path does not exist, or a folder holds no document.
        IndexDamagedError: There are no paths, and the library's documents cannot be read.
        SettingsError: The data directory cannot be written to.
        IndexBusyError: Another process is building.
        ModelError: The model cannot be loaded or exported.
    """
    began = time.perf_counter()
    candidates = collect(paths, limits) if paths else ()
    with building(home):
        sweep(home)
        old = read_previous(home)
        if not paths and _may_hold_the_shipped_report(old):
            candidates = collect([shipped_report_path()], limits)
        with DocumentSpool(home, PARSER_VERSION) as spool:
            reader = _Reader(home, old, spool, limits)
            if candidates:
                reader.read(candidates, workers, progress, stop)
            build, used = None, ""
            if reader.files.taken or not candidates:
                used = canonical_name(model or _models_for(old))
                encoder = encoder or ensure_encoder(home, used, progress, threads=threads)
                order = Order(reader.documents, reconcile, tuple(reader.readings))
                build = refresh(home, old, order, used, encoder, progress, stop)
                if not build.stopped:
                    _remove_older_exports(home, used, encoder)
                    if not reader.files.unread:
                        spool.remove()
    return IndexReport(reader.files, build, time.perf_counter() - began, used)


def _may_hold_the_shipped_report(old: Previous) -> bool:
    """Tell whether a library is new, empty, or has the shipped report among its documents.

    Raises:
        IndexDamagedError: It has other documents, of which nothing can be read.
    """
    listed = () if old.manifest is None else old.manifest.documents
    held = [document.symbol for document in old.documents] or listed
    if not held or symbol_key(shipped_symbol()) in map(symbol_key, held):
        return True
    if not old.documents:
        raise IndexDamagedError(
            f"The documents in {old.folder} cannot be read any more. "
            "Index their files again: pincite index FILE"
        )
    return False


def _remove_older_exports(home: Path, model: str, encoder: Encoder) -> None:
    weights = encoder.weights_sha256.split("+")
    for part, weights_sha256 in zip(parts_of(model), weights, strict=False):
        remove_older_exports(home, part.name, weights_sha256)


def _models_for(old: Previous) -> str:
    """Return what a library was made with, for a new one the best models; where none are named."""
    return old.manifest.model if old.manifest is not None else best_installed()


@dataclass(slots=True)
class _Reader:
    """Reads candidates and remembers what became of them.

    Attributes:
        home: The data directory.
        old: The generation in use.
        spool: Documents that an earlier run has read; takes those read now.
        limits: For each file.
        files: What became of them.
        documents: Read now, or by the earlier run.
        readings: By what their files are known again.
    """

    home: Path
    old: Previous
    spool: DocumentSpool
    limits: Limits | None
    files: Files = field(default_factory=Files)
    documents: list[Document] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    _held: dict[str, tuple[HeldFile, ...]] = field(default_factory=dict)

    def read(
        self, candidates: Sequence[Candidate], workers: int, progress: Progress, stop: Stop
    ) -> None:
        """Read candidates until all are done or the person wants to stop."""
        self._held = {holding.symbol: holding.files for holding in self.old.holdings}
        known = dict.fromkeys(self.spool.keys, "") | self.old.read_by(PARSER_VERSION)
        progress(READ_STAGE, 0, len(candidates))
        outcomes = read_documents(candidates, known, workers, self.limits)
        with closing(outcomes):
            for done, (candidate, outcome) in enumerate(zip(candidates, outcomes, strict=True), 1):
                self._take(candidate, outcome)
                progress(READ_STAGE, done, len(candidates))
                if stop():
                    self.files.unread = len(candidates) - done
                    break

    def _take(self, candidate: Candidate, outcome: Outcome) -> None:
        if outcome.status == "unchanged" and not outcome.symbol:
            outcome = self._from_spool(candidate, outcome.sha256)
        report = FileReport(outcome.name, outcome.symbol, outcome.reasons)
        if outcome.status == "refused":
            self.files.refused.append(report)
        elif outcome.document is None:
            self.files.unchanged.append(report)
            self._keep_missing(candidate, outcome)
        elif self._add(candidate, outcome.document, outcome.sha256):
            (self.files.flagged if outcome.document.flags else self.files.read).append(report)
        else:
            reason = f"{outcome.name} holds half characters. Save it anew as UTF-8."
            self.files.refused.append(replace(report, symbol="", reasons=(reason,)))

    def _add(self, candidate: Candidate, document: Document, key: str) -> bool:
        """Take in a document; tell whether it can be written down."""
        if key not in self.spool:
            try:
                self.spool.add(key, document)
            except UnicodeEncodeError:
                return False
        self.documents.append(document)
        self.readings.append(Reading(key, PARSER_VERSION, document.renditions[0].sha256))
        wanted = {r.sha256 for r in document.renditions if r.format == "pdf"}
        self._keep(candidate, wanted)
        return True

    def _from_spool(self, candidate: Candidate, key: str) -> Outcome:
        """Return what an earlier run made of a candidate; read it if that is lost."""
        document = self.spool.document(key)
        if document is None:
            (outcome,) = read_documents([candidate], workers=1, limits=self.limits)
            return outcome
        return Outcome(
            name=candidate.name,
            status="flagged" if document.flags else "read",
            document=document,
            symbol=document.symbol,
            reasons=tuple(" ".join(flag.detail.split()) for flag in document.flags),
            sha256=key,
            seconds=0.0,
        )

    def _keep_missing(self, candidate: Candidate, outcome: Outcome) -> None:
        """Store PDFs of a document in the library that are not stored yet."""
        held = self._held.get(outcome.symbol, ())
        pdfs = {file.sha256 for file in held if file.format == "pdf"}
        self._keep(candidate, {sha256 for sha256 in pdfs if find(self.home, sha256) is None})

    def _keep(self, candidate: Candidate, wanted: set[str]) -> None:
        for part in candidate.parts if wanted else ():
            try:
                data = read_part(part, self.limits)
            except UnreadableFileError:
                continue  # It has gone meanwhile: its pages cannot be shown, its words can.
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in wanted:
                keep(self.home, sha256, data)
