from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import KEEP_CHATS, Settings, misspelt
from corpus.errors import SettingsError


def test_every_field_is_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PINCITE_HOME", str(tmp_path))
    monkeypatch.setenv("PINCITE_HITS", "30")
    monkeypatch.setenv("PINCITE_THRESHOLD", "")
    settings = Settings()
    assert (settings.home, settings.hits, settings.threshold) == (tmp_path, 30, None)


def test_bad_values_are_named_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PINCITE_HITS", "many")
    monkeypatch.setenv("PINCITE_THRESHOLD", "2")
    with pytest.raises(SettingsError) as caught:
        Settings()
    assert "PINCITE_HITS='many'" in str(caught.value)
    assert "PINCITE_THRESHOLD='2'" in str(caught.value)


def test_a_home_folder_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Settings(home=Path("~/x")).home == tmp_path / "x"


def test_a_misspelt_setting_is_told_from_others() -> None:
    own = [f"PINCITE_{field.upper()}" for field in Settings.model_fields]
    assert misspelt([*own, KEEP_CHATS, "pincite_home", "PINCITE_FUZZ", "MODEL", "PATH"]) == {}
    assert misspelt(["PINCITE_MODLE", "pincite_treshold", "PINCITE_KEEP_CHAT"]) == {
        "PINCITE_KEEP_CHAT": KEEP_CHATS,
        "PINCITE_MODLE": "PINCITE_MODEL",
        "pincite_treshold": "PINCITE_THRESHOLD",
    }
