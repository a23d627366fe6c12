"""Which collections there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from eval.collections import (
    attribution_bench,
    contract_nli,
    mixed_folder,
    obliqa,
    squad,
    un_reports,
    upr_reports,
    xquad,
)
from eval.collections.types import Collection

COLLECTIONS: Mapping[str, Callable[[Path], Collection]] = {
    obliqa.NAME: obliqa.load,
    squad.NAME: squad.load,
    xquad.NAME: xquad.load,
    contract_nli.NAME: contract_nli.load,
    attribution_bench.NAME: attribution_bench.load,
    un_reports.NAME: un_reports.load,
    upr_reports.NAME: upr_reports.load,
    upr_reports.TUNING_NAME: upr_reports.load_tuning,
    mixed_folder.NAME: mixed_folder.load,
    mixed_folder.TUNING_NAME: mixed_folder.load_tuning,
}
"""Loaders by name; each takes the folder that holds the published files."""
