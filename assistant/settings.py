"""Settings, from the environment: every field `X` is read from ``PINCITE_X``."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

import platformdirs
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import SettingsError
from embeddings.models import best_installed

PREFIX = "PINCITE_"
KEEP_CHATS = f"{PREFIX}KEEP_CHATS"
"""Set to 0, the browser keeps no chats; the only setting that is the browser's alone."""


def default_home() -> Path:
    """Return the platform's folder for a user's data, e.g. ``~/.local/share/pincite``."""
    return Path(platformdirs.user_data_dir("pincite", appauthor=False))


class _Fields(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", protected_namespaces=()
    )

    home: Path = Field(default_factory=default_home)
    model: str = Field(default_factory=best_installed)
    hits: int = Field(default=20, ge=1, le=1000)
    most_citations: int = Field(default=6, ge=1, le=50)
    threshold: float | None = Field(default=None, ge=0.0, le=1.0)
    threads: int = Field(default=0, ge=0, le=256)
    rerank: bool = True

    @field_validator("home")
    @classmethod
    def _absolute(cls, home: Path) -> Path:
        return home.expanduser().absolute()

    @field_validator("threshold", mode="before")
    @classmethod
    def _blank_is_none(cls, value: object) -> object:
        return None if value == "" else value


class Settings(_Fields):
    """What a person may set.

    Attributes:
        home: Data directory of the library; two values are two independent libraries.
        model: Embedding models, each by name or folder, joined with plus signs; a change needs
            ``pincite index``. See `fixed_model`.
        hits: Ranked units that come with an answer.
        most_citations: Most units one answer cites.
        threshold: Confidence (0 to 1) below which it says that there is no answer; None takes
            the measured one. Higher means fewer wrong answers and more refusals.
        threads: Threads for one forward pass; 0 takes the cores this process may use.
        rerank: Whether a language model, where one is installed, reads the best units of a
            question whose first places are close.

    Raises:
        SettingsError: A value is not what it must be; the message lists all that are not.
    """

    @property
    def fixed_model(self) -> str | None:
        """The models that were asked for; None if any will do that a library is made with."""
        return self.model if "model" in self.model_fields_set else None

    def __init__(self, **values: object) -> None:
        try:
            super().__init__(**values)  # type: ignore[arg-type]
        except ValidationError as error:
            faults = "; ".join(
                f"{PREFIX}{str(fault['loc'][0]).upper()}={fault['input']!r}: {fault['msg']}"
                for fault in error.errors()
            )
            raise SettingsError(f"{faults}. Correct or unset it in the environment.") from None


def misspelt(names: Iterable[str]) -> dict[str, str]:
    """Return names in the environment that set nothing but look as if they should.

    Args:
        names: Of environment variables.

    Returns:
        For each of them the setting that is nearest to it.
    """
    known = {f"{PREFIX}{field.upper()}" for field in Settings.model_fields} | {KEEP_CHATS}
    upper = {name: name.upper() for name in names}  # case does not count
    return {
        name: near[0]
        for name, word in sorted(upper.items())
        if word.startswith(PREFIX) and word not in known
        if (near := difflib.get_close_matches(word, known, n=1, cutoff=0.8))
    }
