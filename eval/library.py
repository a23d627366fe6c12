"""Opens the library that the questions are about, and the systems on it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from corpus.errors import ModelError, SettingsError
from embeddings.ensemble import first_of
from embeddings.models import (
    DEFAULT_MODEL,
    TUNED_MODEL,
    best_installed,
    canonical_name,
    hash_weights,
    locate,
    parts_of,
)
from eval.peers import PEERS, make_peer
from eval.systems import DenseBaseline, LexicalBaseline, PinciteSystem, RankFusion, System

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.settings import Settings
    from corpus.catalogue import Catalogue
    from embeddings.library import Library

OWN_SYSTEMS = (PinciteSystem.name, LexicalBaseline.name, DenseBaseline.name, RankFusion.name)
SYSTEMS = (*OWN_SYSTEMS, *PEERS)
"""Names of all systems; the last ones are peers, which an extra installs."""

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, steps done and steps in all."""


def own_home(symbol: str, model: str = DEFAULT_MODEL) -> Path:
    """Return the data folder that evaluations of one document with one model keep for themselves.

    Args:
        symbol: Of the document.
        model: Name or folder of the embedding model; each has a folder of its own, so that
            none rebuilds another's index.
    """
    folder = re.sub(r"[^A-Za-z0-9.]+", "_", symbol)
    name = canonical_name(model)
    if name != DEFAULT_MODEL:
        # A symbol leaves no hyphen, and two names may be alike but for what is left out here.
        readable = re.sub(r"[^A-Za-z0-9.]+", "_", Path(name).name)[:40]
        folder += f"-{readable}-{hashlib.sha256(os.fsencode(name)).hexdigest()[:12]}"
    return platformdirs.user_cache_path("pincite") / "evaluation" / folder


def choose_models(names: Sequence[str], home: Path | None) -> tuple[str | None, ...]:
    """Return the models to open the library with, each once; None for that of the settings.

    Args:
        names: Names or folders; none for the model of the settings alone.
        home: A data folder that holds a library already; None where each model gets its own.

    Raises:
        SettingsError: Several models are to share the library in `home`.
        ModelError: Models are not on this machine; all of them are named.
    """
    models = tuple(dict.fromkeys(canonical_name(name) for name in names))
    if home is not None:
        if len(models) > 1:
            raise SettingsError(
                f"The library in {home} is of one model, not of {len(models)}: "
                f"{', '.join(models)}. Name one, or leave out --home."
            )
        return models or (None,)
    faults = []
    for model in models:
        try:
            for part in parts_of(model):
                hash_weights(locate(part.name))
        except ModelError as error:
            faults.append(str(error))
        except OSError as error:
            faults.append(f"Cannot read {error.filename}: {error.strerror}.")
    if faults:
        raise ModelError("; ".join(fault.rstrip(".") for fault in faults))
    return models or (None,)


def open_settings(home: Path | None, progress: Progress, model: str | None = None) -> Settings:
    """Return the settings to evaluate with, the library they name ready for use.

    Args:
        home: A data folder that holds a library already; None for one of the shipped report
            alone, which is built or refreshed first. So the figures do not depend on what
            else a person has indexed.
        progress: Told of the steps of building.
        model: Name or folder of the embedding model; None takes that of the settings.

    Raises:
        PinciteError: The library cannot be built.
    """
    from assistant.factory import prepare_reading
    from assistant.settings import Settings

    model = model or Settings().fixed_model
    if home is not None:
        return Settings(home=home, model=model) if model else Settings(home=home)
    from corpus.documents import shipped_report
    from embeddings.build import build_library

    report = shipped_report()
    model = model or best_installed()
    settings = Settings(home=own_home(report.symbol, model), model=model)
    build_library(settings.home, [report], model, progress)
    prepare_reading(settings, progress)
    return settings


def open_catalogue(home: Path | None) -> Catalogue:
    """Return the documents of the library in a data folder, or the shipped report for None.

    Raises:
        PinciteError: There is no library, or it does not fit the settings.
    """
    from corpus.catalogue import Catalogue
    from corpus.documents import shipped_report

    if home is None:
        return Catalogue([shipped_report()])
    from assistant.settings import Settings
    from embeddings.library import open_library

    return open_library(home, Settings(home=home).fixed_model).catalogue


def open_systems(names: Sequence[str], settings: Settings) -> tuple[tuple[System, ...], Catalogue]:
    """Return the systems of those names on one library, and its catalogue.

    Raises:
        PinciteError: There is no library, it does not fit the settings, or a peer is named
            that is not installed.
    """
    from assistant.factory import open_assistant

    assistant = open_assistant(settings)
    return make_systems(names, assistant), assistant.library.catalogue


def make_systems(names: Sequence[str], assistant: Assistant) -> tuple[System, ...]:
    """Return the systems of those names on the assistant's library.

    Raises:
        PinciteError: A peer is named that is not installed, or its model is not on this machine.
    """
    library = assistant.library
    lexical = cache(lambda: LexicalBaseline(library.catalogue))
    dense = cache(lambda: _dense(library))
    makers: dict[str, Callable[[], System]] = {
        PinciteSystem.name: lambda: PinciteSystem(assistant),
        LexicalBaseline.name: lexical,
        DenseBaseline.name: dense,
        RankFusion.name: lambda: RankFusion([lexical(), dense()]),
        **{
            name: partial(make_peer, name, library.catalogue, first_model(library.manifest.model))
            for name in PEERS
        },
    }
    return tuple(makers[name]() for name in names)


def first_model(model: str) -> str:
    """Return the first of several joined models, as published: baselines and peers run with it."""
    name = parts_of(model)[0].name
    return DEFAULT_MODEL if name == TUNED_MODEL else name


def _dense(library: Library) -> DenseBaseline:
    """Return the baseline of the first model; the index holds no unit's words by themselves."""
    encoder = first_of(library.encoder)
    if encoder.name == TUNED_MODEL:
        from embeddings.encoders import ensure_encoder

        # A baseline is what others have: the model as it was published.
        encoder = ensure_encoder(library.home, DEFAULT_MODEL, lambda *_: None)
    return DenseBaseline.over_own_words(encoder, library.units)
