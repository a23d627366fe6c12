from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.catalogue import Catalogue
from corpus.links import Links
from corpus.types import Document, Metadata, Problem, Rendition
from embeddings.holdings import Reading, holdings_of
from embeddings.manifest import FORMAT_VERSION, Manifest
from embeddings.models import Part
from ui.about_counting import UnresolvedCounting
from ui.about_counts import DocumentCount, Share, by_care, count_documents, model_name

Make = Callable[..., Document]

SHORT = Problem("short", "", "It has 29 words.")
GAP = Problem("gap", "3", "2 is missing before 3.")


def manifest_of(documents: list[Document], model: str = "A:1+B:6") -> Manifest:
    return Manifest(
        format_version=FORMAT_VERSION,
        model=model,
        dim=2,
        weights_sha256="",
        documents={document.symbol: document.content_hash for document in documents},
        versions={"pincite": "0.1.0"},
        files={},
        n_units=0,
        n_passages=0,
        created="2026-11-22T06:39:10+00:00",
    )


def dressed(document: Document, sha256: str, pages: int | None, **about: str) -> Document:
    """Return a document with metadata and a file."""
    about = {"body": "General Assembly", "date": "2025-05-01", "kind": "report", **about}
    return replace(
        document,
        metadata=Metadata(document.symbol, "A Test of Things", **about),  # type: ignore[arg-type]
        renditions=(Rendition("a", sha256, "pdf" if pages else "text", pages),),
    )


def test_a_library_is_counted(make_document: Make) -> None:
    one = dressed(make_document("A/1"), "1" * 64, 9)
    two = dressed(make_document("A/2"), "2" * 64, 4, date="2025", language="fr")
    three = dressed(make_document("A/3"), "3" * 64, None, body="", date="", kind="letter")
    two = replace(two, problems=(GAP, GAP, Problem("start", "1", "")), flags=(SHORT,))
    three = replace(three, problems=(Problem("start", "1", ""),), superseded_by="A/2")
    documents = [one, two, three]
    gone = make_document("A/9")
    readings = [
        Reading("a" * 64, 1, "1" * 64),
        Reading("b" * 64, 2, "1" * 64),  # its metadata file was read later
        Reading("c" * 64, 2, "2" * 64),
        Reading("d" * 64, 1, "3" * 64),
    ]
    holdings = holdings_of([*documents, gone], readings)
    counts = count_documents(documents, holdings, manifest_of(documents), kept=1)

    # Each document of the fixture has 7 units of 3 tokens.
    assert (counts.units, counts.tokens) == (21, 63)
    assert (counts.pages, counts.unpaged) == (13, 1)
    assert counts.bodies == (Share("General Assembly", 2, 14), Share("", 1, 7))
    assert counts.years == (Share("2025", 2, 14), Share("", 1, 7))
    assert counts.languages == (Share("en", 2, 14), Share("fr", 1, 7))
    assert counts.kinds == (Share("report", 2, 14), Share("letter", 1, 7))
    assert counts.faults == (("gap", 2), ("start", 2))
    assert [d.faults for d in counts.documents] == [0, 3, 1]
    assert counts.documents[1].flags == ("It has 29 words.",)
    assert counts.documents[2].superseded_by == "A/2"
    assert counts.parsers == ((2, 2), (1, 1))
    assert counts.models == (Part("A", 1.0), Part("B", 6.0))
    assert (counts.created, counts.made_by) == ("2026-11-22T06:39:10+00:00", "0.1.0")
    assert counts.kept == 1


def test_an_empty_library_counts_nothing() -> None:
    counts = count_documents([], (), manifest_of([]), kept=0)
    assert (counts.documents, counts.bodies, counts.faults, counts.parsers) == ((), (), (), ())
    assert (counts.pages, counts.unpaged, counts.units, counts.tokens) == (0, 0, 0, 0)


def test_what_is_to_be_cited_with_most_care_comes_first() -> None:
    def counted(symbol: str, flags: int, faults: int) -> DocumentCount:
        return DocumentCount(symbol, "", 1, ("It has 29 words.",) * flags, faults, "")

    documents = [counted("A", 0, 0), counted("B", 0, 2), counted("C", 1, 0), counted("D", 0, 1)]
    assert "".join(one.symbol for one in by_care(documents, {})) == "CBDA"
    assert "".join(one.symbol for one in by_care(documents, {"D": 2})) == "CDBA"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("intfloat/e5", "intfloat/e5"), ("/home/somebody/models/own", "own")],
)
def test_where_a_models_folder_lies_is_not_told(name: str, shown: str) -> None:
    assert model_name(Part(name, 1.0)) == shown


def referring(document: Document, words: str) -> Document:
    """Return a document whose first paragraph has other words."""
    unit = replace(document.units[0], text=words, end=document.units[0].start + len(words))
    return replace(document, units=(unit, *document.units[1:]))


def test_references_that_name_nothing_are_counted_in_the_background(make_document: Make) -> None:
    documents = [
        make_document("A/1"),
        referring(make_document("A/2"), "As paragraphs 9 and 3 above say, and paragraph 8 below."),
    ]
    counting = UnresolvedCounting(Catalogue(documents))
    assert counting.counts() is None
    assert not counting.running
    counting.start()
    counting.start()  # a second visitor presses the button too
    # There are paragraphs 1 to 3: those named 9 and 8 are not there.
    assert counting.counts(60) == {"A/2": 2}
    assert (counting.done, counting.total, counting.running) == (2, 2, False)


class Broken(Catalogue):
    def links(self, symbol: str) -> Links:
        raise RuntimeError(symbol)


def test_a_count_that_failed_is_not_waited_for(make_document: Make) -> None:
    counting = UnresolvedCounting(Broken([make_document("A/1")]))
    counting.start()
    with pytest.raises(RuntimeError, match="A/1"):
        counting.counts(60)
    assert not counting.running
