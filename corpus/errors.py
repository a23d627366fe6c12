"""The error tree. Each message says what, where, and the command that mends it.

PinciteError
├── UnreadableFileError        a file is missing, empty, not text, or not a known format
├── MetadataError              a sidecar file does not hold what it must
├── ReferenceSyntaxError       a reference cannot be read as one
├── UnknownReferenceError      a well-formed reference that the library does not have
├── UnknownDocumentError       no document of that symbol in the library
├── EmptyQuestionError         a question without a word in it
├── BatchError                 lines of a batch file that cannot be read
├── SettingsError              a setting or the data directory cannot be used
├── ModelError                 an embedding model cannot be loaded or is not the one it should be
├── IndexMissingError          nothing has been indexed yet
├── LibraryEmptyError          every document has been removed
├── IndexMismatchError         the index was built with another model, dimension or format
├── IndexDamagedError          a file of the index is missing or cut short
├── IndexBusyError             another process is building
└── ArchiveError               a library file cannot be written or read (embeddings.archive)
"""

from __future__ import annotations


def reason_of(error: Exception) -> str:
    """Return why something went wrong, for a message that names the file itself."""
    return getattr(error, "strerror", None) or str(error)


class PinciteError(Exception):
    """A stated error: the outermost edge prints it in one line and ends with status 1."""


class UnreadableFileError(PinciteError):
    """A file is missing, empty, not text, or not of a known format."""


class MetadataError(PinciteError):
    """A sidecar file does not hold what it must."""


class ReferenceSyntaxError(PinciteError):
    """A reference cannot be read as one."""


class UnknownReferenceError(PinciteError):
    """A well-formed reference that the library does not have."""


class UnknownDocumentError(PinciteError):
    """No document of that symbol is in the library."""


class EmptyQuestionError(PinciteError):
    """A question without a word in it."""


class BatchError(PinciteError):
    """Lines of a batch file cannot be read."""


class SettingsError(PinciteError):
    """A setting, or the data directory, cannot be used."""


class ModelError(PinciteError):
    """An embedding model cannot be loaded or is not the one it should be."""


class IndexMissingError(PinciteError):
    """Nothing has been indexed yet."""


class LibraryEmptyError(PinciteError):
    """Every document has been removed from the library."""


class IndexMismatchError(PinciteError):
    """The index was built with another model, dimension or format."""


class IndexDamagedError(PinciteError):
    """A file of the index is missing or cut short."""


class IndexBusyError(PinciteError):
    """Another process is building the index."""
