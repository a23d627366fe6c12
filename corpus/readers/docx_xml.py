"""XML of Office files, read with care: no entities, no network, no bottomless nesting.

The one door to lxml for DOCX. What other modules use of an element is the protocol `Element`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from corpus.errors import UnreadableFileError

MAX_DEPTH = 150
"""Elements inside each other; text in a box in a table in a table has about 40."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
"""Names of "Strict Open XML" files -> those that all other files use (ISO/IEC 29500)."""

_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_OFF = frozenset({"0", "false", "off", "none"})


class Element(Protocol):
    """What the readers use of an XML element; iterating gives its children."""

    @property
    def tag(self) -> str:
        """Name with its namespace in braces."""

    @property
    def text(self) -> str | None:
        """What stands before the first child."""

    def get(self, key: str, /) -> str | None:
        """Return an attribute."""

    def find(self, path: str, /) -> Element | None:
        """Return the first element at a path of names."""

    def iter(self, *tags: str) -> Iterator[Element]:
        """Yield all elements of these names, itself included."""

    def getparent(self) -> Element | None:
        """Return the element it stands in."""

    def __iter__(self) -> Iterator[Element]: ...


def parse_xml(data: bytes, where: str, part: str) -> Element:
    """Return the root of an XML part.

    Args:
        data: The part's bytes.
        where: The file as messages name it.
        part: The part as messages name it.

    Raises:
        UnreadableFileError: It is broken, declares entities or a DTD, or is nested too deeply.
    """
    from lxml import etree

    # Office never writes one; entities and external files come in through it alone.
    if any(doctype in data for doctype in _DOCTYPES):
        raise UnreadableFileError(
            f"{where} declares a DTD in {part}, which Word never does. Save it with Word again."
        )
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
        too_deep = bool(root.xpath("boolean(/" + "*/" * MAX_DEPTH + "*)"))
    except (etree.LxmlError, ValueError, LookupError) as error:
        reason = " ".join(str(error).split())[:120]
        raise UnreadableFileError(
            f"{where} is damaged: {part} is no XML ({reason}). Open it in Word and save it again."
        ) from None
    if too_deep:
        raise UnreadableFileError(
            f"{where} nests elements more than {MAX_DEPTH} deep in {part}. Save it as PDF."
        )
    return cast(Element, root)


def value(parent: Element | None, name: str) -> str | None:
    """Return the ``w:val`` of a child, None where there is no such child or value."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val")


def number(text: str | None, least: int = 0, most: int = 32767) -> int | None:
    """Return a decimal number, moved into bounds; None where the text is no number."""
    if text is None or len(text) > 40 or not text.strip().lstrip("+-").isdecimal():
        return None
    return max(least, min(most, int(text)))


def is_on(element: Element) -> bool:
    """Tell whether a property that is present is switched on."""
    return (element.get(W + "val") or "true").lower() not in _OFF
