"""Moves a library in one file: export and import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import IndexDamagedError, IndexMismatchError
from corpus.reconcile import reconcile
from corpus.types import Document
from embeddings.archive import (
    ARCHIVE_VERSION,
    DOCUMENTS,
    KIND,
    VECTORS,
    ArchiveError,
    ArchiveWriter,
    Description,
    writing_archive,
)
from embeddings.archive_reader import ArchiveReader, reading_archive
from embeddings.build import BuildReport, Order, refresh
from embeddings.encoders import Progress, ensure_encoder
from embeddings.generations import building, current_generation, sweep
from embeddings.journal import pack_record
from embeddings.manifest import (
    FORMAT_VERSION,
    Manifest,
    check_files,
    check_model,
    read_manifest,
)
from embeddings.models import best_installed, canonical_name, is_here
from embeddings.originals import find, keep
from embeddings.previous import read_carried, read_previous
from embeddings.serialise import document_line
from embeddings.types import Encoder

EXPORT_STAGE = "exporting the library"


def export_library(home: Path, path: Path, progress: Progress, *, force: bool = False) -> Manifest:
    """Write the library in use, with the originals it refers to, into one file.

    Args:
        home: The data directory.
        path: The file; it appears whole or not at all.
        progress: Called with a stage's name, steps done and steps in all.
        force: Replace the file if it is there.

    Returns:
        What the library is made from and with.

    Raises:
        IndexMissingError: Nothing has been indexed.
        IndexDamagedError: A file of the library is missing or cut short.
        IndexMismatchError: Another version of Pincite wrote it in another format.
        ArchiveError: The file is there, or cannot be written.
    """
    folder = current_generation(home)
    manifest = read_manifest(folder)
    check_files(folder, manifest)
    if path.exists() and not force:
        raise ArchiveError(f"{path} is there already. Name another file, or replace it: --force")
    previous = read_previous(home)
    carried = read_carried(previous, any_version=True)
    if not previous.intact or (manifest.n_passages and not carried.vectors):
        raise IndexDamagedError(f"The index in {folder} is damaged. Mend it: pincite index")
    documents = previous.documents
    held = {r.sha256: find(home, r.sha256) for d in documents for r in d.renditions}
    originals = {sha256: file for sha256, file in held.items() if file is not None}

    def write_vectors(take: Callable[[bytes], None]) -> None:
        for stored in carried.vectors:
            for digest, row in stored.rows.items():
                take(pack_record(digest, stored.index.vector(row)))

    def write_documents(take: Callable[[bytes], None]) -> None:
        for document in documents:
            take(document_line(document).encode())

    with writing_archive(path) as archive:
        steps = len(originals) + 2
        progress(EXPORT_STAGE, 0, steps)
        archive.add(DOCUMENTS, write_documents)
        archive.add(VECTORS, write_vectors)
        for done, (sha256, file) in enumerate(sorted(originals.items()), start=2):
            progress(EXPORT_STAGE, done, steps)
            _add_file(archive, f"files/{sha256}.pdf", file)
        progress(EXPORT_STAGE, steps, steps)
        archive.describe(
            Description(
                kind=KIND,
                archive_version=ARCHIVE_VERSION,
                format_version=manifest.format_version,
                model=manifest.model,
                dim=manifest.dim,
                weights_sha256=manifest.weights_sha256,
                readings=previous.readings,
                entries=dict(archive.entries),
                created=datetime.now(UTC).isoformat(timespec="seconds"),
            )
        )
    return manifest


def import_library(
    home: Path,
    path: Path,
    model: str | None,
    progress: Progress,
    *,
    replace: bool = False,
    embed: bool = False,
    encoder: Encoder | None = None,
    threads: int = 0,
) -> BuildReport:
    """Put the documents of a library file into the library in a data directory.

    They join those that are there, as `corpus.reconcile` has it for files that are indexed.
    All of the file is checked before anything changes. Vectors made by the same model are taken
    over, so that nothing is embedded.

    Args:
        home: The data directory; made if it is not there.
        path: The library file.
        model: Name or folder of the embedding model; None takes the library's own, or the file's
            where there is no library to join.
        progress: Called with a stage's name, steps done and steps in all.
        replace: Let the file's documents be the only ones.
        embed: Take a file made with another model too, and embed its documents again.
        encoder: Encodes instead of `model`'s export.
        threads: Threads for one forward pass; 0 takes the cores this process may use.

    Raises:
        ArchiveError: The file cannot be read or is not what it must be.
        IndexMismatchError: File or library have another format or another model.
        SettingsError: The data directory cannot be written to.
        IndexBusyError: Another process is building.
        ModelError: The model cannot be loaded or exported.
    """
    with reading_archive(path) as archive:
        about = archive.description
        _check_format(path, about)
        model = model or _model_of(home, about, replace=replace)
        name = canonical_name(model)
        if not embed:
            _check_model(path, about, name, None)
        documents = archive.documents()
        vectors = archive.vectors()
        with building(home):
            sweep(home)
            old = read_previous(home)
            if old.manifest is not None and old.documents and not replace:
                check_model(old.manifest, home, name)
            encoder = encoder or ensure_encoder(home, model, progress, threads=threads)
            if not embed:
                _check_model(path, about, name, encoder)
            ours = (about.model, about.weights_sha256, about.dim)
            same = ours == (name, encoder.weights_sha256, encoder.dim)
            _keep_originals(home, archive, {r.sha256 for d in documents for r in d.renditions})
            order = Order(
                documents,
                _only_new if replace else reconcile,
                about.readings,
                (vectors,) if same else (),
            )
            return refresh(home, old, order, model, encoder, progress)


def _only_new(new: Sequence[Document], old: Sequence[Document]) -> tuple[Document, ...]:
    del old
    return reconcile(new)


def _add_file(archive: ArchiveWriter, name: str, file: Path) -> None:
    def write(take: Callable[[bytes], None]) -> None:
        with file.open("rb") as stream:
            while piece := stream.read(1 << 20):
                take(piece)

    archive.add(name, write)


def _keep_originals(home: Path, archive: ArchiveReader, wanted: set[str]) -> None:
    for sha256, data in archive.originals():
        if sha256 in wanted:
            keep(home, sha256, data)


def _check_format(path: Path, about: Description) -> None:
    if about.format_version > FORMAT_VERSION:
        mend = "Import it with the Pincite that wrote it, or a newer one than this"
    elif about.format_version < FORMAT_VERSION:
        mend = "Index the files again: pincite index FILE, or export it again with this version"
    else:
        return
    raise IndexMismatchError(
        f"{path} holds a library of format {about.format_version}, this Pincite reads "
        f"{FORMAT_VERSION}. {mend}."
    )


def _model_of(home: Path, about: Description, *, replace: bool) -> str:
    old = read_previous(home)
    joins = old.manifest is not None and old.documents and not replace
    if old.manifest is not None and joins:
        return old.manifest.model
    return about.model if is_here(about.model) else best_installed()


def _check_model(path: Path, about: Description, name: str, encoder: Encoder | None) -> None:
    if about.model != name:
        raise IndexMismatchError(
            f"{path} was made with the model {about.model!r}, not with {name!r} as wanted. Import "
            f"it with its own: PINCITE_MODEL={about.model}, or embed its documents again: --embed"
        )
    if encoder is not None and about.weights_sha256 != encoder.weights_sha256:
        raise IndexMismatchError(
            f"{path} was made with weights {about.weights_sha256[:12]}… of {name!r}, the model's "
            f"are {encoder.weights_sha256[:12]}…. Embed its documents again: --embed"
        )
    if encoder is not None and about.dim != encoder.dim:
        raise IndexMismatchError(
            f"{path} holds vectors of dim {about.dim}, the model {name!r} makes {encoder.dim}. "
            "Embed its documents again: --embed"
        )
