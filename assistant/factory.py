"""Settings -> an assistant: the one place that puts the parts together."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.calibration import load_calibration
from assistant.settings import Settings
from corpus.errors import LibraryEmptyError
from embeddings.library import Library, open_library


def open_assistant(settings: Settings | None = None) -> Assistant:
    """Open the library that the settings name and return an assistant over it.

    Raises:
        IndexMissingError: Nothing has been indexed yet.
        LibraryEmptyError: Every document has been removed.
        IndexMismatchError: The index does not fit the settings.
        IndexDamagedError: A file of it is missing or cut short.
        SettingsError: A setting is not what it must be.
    """
    chosen = settings or Settings()
    library = open_library(chosen.home, chosen.fixed_model, threads=chosen.threads)
    if not library.catalogue.documents:
        raise LibraryEmptyError(
            f"The library in {chosen.home} is empty. Add documents: pincite index FILE"
        )
    return make_assistant(library, chosen)


def make_assistant(library: Library, settings: Settings) -> Assistant:
    """Return an assistant over an opened library, with all that is fitted for its models."""
    return Assistant(library, settings, load_calibration(library.manifest.model))
