"""JSON from a stranger -> documents: every type and every promise between fields is checked.

What Pincite wrote itself is read by `embeddings.serialise`, which trusts it.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from corpus.types import Document

_SHA256 = re.compile(r"[0-9a-f]{64}")


def check_document(raw: object) -> Document:
    """Return the document that a JSON value describes.

    Raises:
        ValueError: It is none, or one that breaks what the program relies on: offsets that lie
            in the text, quotes that are verbatim, labels that are unique, units that stand in
            a unit before them.
    """
    document: Document = check_value(Document, raw, "document")
    faults = [*_metadata_faults(document), *_unit_faults(document), *_heading_faults(document)]
    if faults:
        raise ValueError(f"document {document.symbol!r}: {faults[0]}")
    return document


def check_text(raw: object, where: str) -> str:
    """Return a text that can be written as UTF-8.

    Raises:
        ValueError: It is no text, or holds half characters.
    """
    if not isinstance(raw, str):
        raise ValueError(f"{where} is no text")
    try:
        raw.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{where} holds half characters") from None
    return raw


def is_sha256(text: str) -> bool:
    """Tell whether a text is a SHA-256 in lower-case hexadecimal."""
    return _SHA256.fullmatch(text) is not None


def _metadata_faults(document: Document) -> list[str]:
    faults = []
    if not document.symbol.strip():
        faults.append("it has no symbol")
    if not document.renditions:
        faults.append("it has no rendition")
    if not all(is_sha256(rendition.sha256) for rendition in document.renditions):
        faults.append("a rendition's sha256 is none")
    return faults


def _unit_faults(document: Document) -> list[str]:
    seen: set[str] = set()
    for unit in document.units:
        if not unit.label or unit.label in seen:
            return [f"the label {unit.label!r} is empty or there twice"]
        if unit.parent is not None and unit.parent not in seen:
            return [f"{unit.label} stands in {unit.parent}, which is not before it"]
        seen.add(unit.label)
        inside = 0 <= unit.start <= unit.end <= len(document.text)
        if not inside or document.text[unit.start : unit.end] != unit.text:
            return [f"the words of {unit.label} are not in the text where it says"]
        if unit.tokens < 0 or (unit.page is not None and unit.page < 1):
            return [f"{unit.label} has a page or a length that cannot be"]
    return [] if seen else ["it has nothing to cite"]


def _heading_faults(document: Document) -> list[str]:
    size = len(document.text)
    right = all(0 <= h.start <= h.end <= size and h.level > 0 for h in document.headings)
    return [] if right else ["a heading lies outside the text"]


@cache
def _fields(kind: type) -> dict[str, tuple[Any, bool]]:
    """Return each field's type, and whether it must be there."""
    hints = get_type_hints(kind)
    return {
        field.name: (
            hints[field.name],
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(kind)
    }


def check_value(kind: Any, raw: object, where: str) -> Any:  # noqa: ANN401
    """Return a JSON value as what a type annotation says: dataclasses, tuples, mappings, texts.

    Args:
        kind: The type, or what stands in an annotation.
        raw: As `json.loads` returned it.
        where: What the message calls it.

    Raises:
        ValueError: It is something else, or an object lacks a field or has one too many.
    """
    origin = get_origin(kind)
    if kind is str:
        return check_text(raw, where)
    if kind is int or kind is types.NoneType:
        if type(raw) is not kind:
            raise ValueError(f"{where} is not {'a whole number' if kind is int else 'null'}")
        return raw
    if origin is Literal:
        if raw not in get_args(kind):
            raise ValueError(f"{where} is none of {', '.join(map(str, get_args(kind)))}")
        return raw
    if origin is types.UnionType:
        chosen = types.NoneType if raw is None else get_args(kind)[0]
        return check_value(chosen, raw, where)
    if origin is tuple:
        if not isinstance(raw, list):
            raise ValueError(f"{where} is no list")
        inner = get_args(kind)[0]
        return tuple(check_value(inner, entry, f"{where}[{at}]") for at, entry in enumerate(raw))
    if not isinstance(raw, dict):
        raise ValueError(f"{where} is no object")
    if origin is Mapping:
        inner = get_args(kind)[1]
        return {
            check_text(name, where): check_value(inner, entry, f"{where}[{name!r}]")
            for name, entry in raw.items()
        }
    fields = _fields(kind)
    unknown = sorted(set(raw) - set(fields))
    missing = sorted(name for name, (_, needed) in fields.items() if needed and name not in raw)
    if unknown or missing:
        said = [f"unknown: {', '.join(unknown)}"] * bool(unknown)
        said += [f"missing: {', '.join(missing)}"] * bool(missing)
        raise ValueError(f"{where} has other fields ({'; '.join(said)})")
    return kind(
        **{name: check_value(fields[name][0], raw[name], f"{where}.{name}") for name in raw}
    )
