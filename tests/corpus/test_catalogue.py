from __future__ import annotations

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import UnknownDocumentError, UnknownReferenceError
from tests.support.small_library import garden


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue([garden("G/1"), garden("G/2")])


def test_units_come_in_reading_order_document_by_document(catalogue: Catalogue) -> None:
    places = list(catalogue)
    assert len(places) == len(catalogue) == 12
    assert [p.unit.label for p in places[:6]] == ["1", "2", "2(a)", "2(b)", "3", "4"]
    assert [p.document for p in places] == 6 * ["G/1"] + 6 * ["G/2"]


def test_symbols_are_found_in_any_case_and_labels_exactly(catalogue: Catalogue) -> None:
    assert catalogue.document(" g/ 2").symbol == "G/2"
    assert catalogue.unit("G/1", "2(a)").text == "pears;"
    with pytest.raises(UnknownDocumentError, match="It holds: G/1, G/2"):
        catalogue.document("G/3")
    with pytest.raises(UnknownReferenceError):
        catalogue.unit("G/1", "2 (a)")


def test_links_are_found_once_and_per_document() -> None:
    text = "Note\n\n1. See paragraph 2 below.\n\n2. Nothing.\n"
    catalogue = Catalogue([garden("G/1"), garden("N/1", text)])
    assert catalogue.links("G/1").links == ()
    found = catalogue.links("n/1")
    assert [(link.source, link.targets) for link in found.links] == [("1", ("2",))]
    assert catalogue.links("N/1") is found
    with pytest.raises(UnknownDocumentError):
        catalogue.links("X/1")


def test_how_units_stand_to_each_other(catalogue: Catalogue) -> None:
    assert [u.label for u in catalogue.descendants("G/1", "2")] == ["2(a)", "2(b)"]
    assert [u.label for u in catalogue.ancestors("G/1", "2(b)")] == ["2"]
    before, after = catalogue.neighbours("G/1", "2(b)")
    assert (before and before.label, after) == ("2(a)", None)
    before, after = catalogue.neighbours("G/1", "2")
    assert (before and before.label, after and after.label) == ("1", "3")
