"""A chat as a file: what was asked and answered -> JSON, and back. Knows no Streamlit.

An answer is written as the command line writes it (`assistant.json_format`), with the units that
it quotes beside it: read again, it is drawn as it was given, without asking anew, whatever has
become of the library.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TypeVar, cast, get_args

from assistant.json_format import Json, answer_json, dumps
from assistant.scope import Scope
from assistant.types import (
    Answer,
    Citation,
    Explanation,
    FeaturePart,
    Hit,
    ScopeBy,
    SignalPart,
    Sureness,
    UnitReasons,
)
from corpus.display import cite
from corpus.types import Unit, UnitKind
from ui.conversation import Thread, Turn
from ui.language import say

VERSION = 1
"""Of the format; one that is higher is left to a newer Pincite."""

Value = TypeVar("Value")
FindUnit = Callable[[str, str], Unit | None]
"""Looks up a unit by symbol and label."""


class ChatDamagedError(ValueError):
    """The text is not a chat. It never leaves the store, which says it of a file."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as it is kept.

    Attributes:
        id: 16 hexadecimal digits.
        created: ISO time of its first question, in UTC.
        changed: Likewise, of the last change.
        turns: Oldest first, at least one.
        title: As the person named it; empty if they did not.
        revision: How often it was written.
    """

    id: str
    created: str
    changed: str
    turns: Thread
    title: str = ""
    revision: int = 0

    @property
    def name(self) -> str:
        """What it is listed as: its title, or its first question."""
        return self.title or (self.turns[0].question if self.turns else "")


def write_chat(chat: Chat) -> str:
    """Return a chat as the text of its file."""
    return (
        dumps(
            {
                "version": VERSION,
                "id": chat.id,
                "title": chat.title,
                "created": chat.created,
                "changed": chat.changed,
                "revision": chat.revision,
                "turns": [_turn_json(turn) for turn in chat.turns],
            }
        )
        + "\n"
    )


def read_chat(text: str, find_unit: FindUnit) -> Chat:
    """Return the chat that a file's text holds.

    Args:
        text: Of the file.
        find_unit: Finds the units that an answer ranked without showing them; those it does not
            find are left out of the ranking.

    Raises:
        ChatDamagedError: It is no chat, or one of a newer version; the message says which.
    """
    try:
        record = json.loads(text)
        version = record["version"]
        if not isinstance(version, int) or version < 1:
            raise ChatDamagedError(say("chat-is-none"))
        if version > VERSION:
            raise ChatDamagedError(say("chat-newer", version=str(version)))
        return Chat(
            id=_text(record, "id"),
            created=_text(record, "created"),
            changed=_text(record, "changed"),
            turns=_thread(record["turns"], find_unit),
            title=_text(record, "title"),
            revision=_of(int, record["revision"]),
        )
    except ChatDamagedError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ChatDamagedError(say("chat-damaged")) from error


# ---- writing


def _turn_json(turn: Turn) -> Json:
    answer = turn.answer
    return {
        "question": turn.question,
        "reading": turn.reading,
        "within": turn.within,
        "scope": asdict(turn.scope),
        "error": turn.error,
        "judged": turn.judged if turn.judged == "kept" else "",
        "told": turn.told if turn.judged == "kept" else "",
        "answer": None if answer is None else answer_json(answer),
        "units": [] if answer is None else _units_json(answer),
        "digests": dict(turn.digests),
        "earlier": [[_turn_json(one) for one in thread] for thread in turn.earlier],
        "later": [[_turn_json(one) for one in thread] for thread in turn.later],
    }


def _units_json(answer: Answer) -> list[Json]:
    """Return the units whose words an answer shows, each once."""
    places = [(citation.document, citation.unit) for citation in answer.citations]
    places += [(hit.document, hit.unit) for hit in answer.nearest]
    shown = {(symbol, unit.label): (symbol, unit) for symbol, unit in places}
    return [{"document": symbol, **asdict(unit)} for symbol, unit in shown.values()]


# ---- reading


def _thread(records: object, find_unit: FindUnit) -> Thread:
    return tuple(_turn(record, find_unit) for record in _of(list, records))


def _turn(record: Mapping[str, object], find_unit: FindUnit) -> Turn:
    answer = None
    if record["answer"] is not None:
        answer = _answer(_of(dict, record["answer"]), _units(record["units"], find_unit))
    judged = _text(record, "judged")
    return Turn(
        question=_text(record, "question"),
        answer=answer,
        error=_text(record, "error"),
        judged="kept" if judged == "kept" else "",
        told=_text(record, "told"),
        within=_text(record, "within"),
        scope=_scope(_of(dict, record["scope"])),
        reading=_text(record, "reading"),
        digests=tuple((s, _of(str, d)) for s, d in _of(dict, record["digests"]).items()),
        earlier=tuple(_thread(one, find_unit) for one in _of(list, record["earlier"])),
        later=tuple(_thread(one, find_unit) for one in _of(list, record["later"])),
    )


def _scope(record: Mapping[str, object]) -> Scope:
    return Scope(
        documents=_texts(record["documents"]),
        bodies=_texts(record["bodies"]),
        since=_text(record, "since"),
        until=_text(record, "until"),
        languages=_texts(record["languages"]),
        kinds=_texts(record["kinds"]),
        all_revisions=_of(bool, record["all_revisions"]),
        # Chats of old have none of these.
        sections=_texts(record.get("sections", [])),
        texts=_texts(record.get("texts", [])),
    )


def _units(records: object, find_unit: FindUnit) -> FindUnit:
    """Return what finds the kept units, and those of today's library where none is kept."""
    kept = {
        (_text(record, "document"), _text(record, "label")): _unit(record)
        for record in _of(list, records)
    }

    def find(symbol: str, label: str) -> Unit | None:
        return kept.get((symbol, label)) or find_unit(symbol, label)

    return find


def _unit(record: Mapping[str, object]) -> Unit:
    kind, page, parent = record["kind"], record["page"], record["parent"]
    if kind not in get_args(UnitKind):
        raise ChatDamagedError(say("chat-unknown-kind"))
    return Unit(
        label=_text(record, "label"),
        kind=cast(UnitKind, kind),
        marker=_text(record, "marker"),
        text=_text(record, "text"),
        lead_in=_text(record, "lead_in"),
        heading_path=_texts(record["heading_path"]),
        page=None if page is None else _of(int, page),
        start=_of(int, record["start"]),
        end=_of(int, record["end"]),
        parent=None if parent is None else _of(str, parent),
        tokens=_of(int, record["tokens"]),
        notes=_texts(record["notes"]),
    )


def _answer(record: Mapping[str, object], find_unit: FindUnit) -> Answer:
    hits = tuple(_hits(_of(list, record["hits"]), find_unit))
    nearest = _texts(record["nearest"])
    scope = _of(dict, record["scope"])
    confidence = _number(record, "confidence")
    return Answer(
        question=_text(record, "question"),
        read_as=_text(record, "read_as"),
        text=_text(record, "answer"),
        abstained=_of(bool, record["abstained"]),
        confidence=confidence,
        citations=tuple(_citation(one, find_unit) for one in _of(list, record["citations"])),
        hits=hits,
        nearest=tuple(hit for hit in hits if cite(hit.document, hit.label) in nearest),
        timings_ms=_numbers(record["timings_ms"]),
        named=_of(bool, record["named"]),
        explanation=_explanation(_of(dict, record["explanation"]), confidence),
        scope=_texts(scope["documents"]),
        scope_by=_scope_by(scope),
        scope_note=_text(scope, "note"),
    )


def _scope_by(scope: Mapping[str, object]) -> ScopeBy:
    """Return what set a scope; chats of old do not tell."""
    by = scope.get("by", "")
    if by not in get_args(ScopeBy):
        raise ChatDamagedError(say("chat-unknown-scope"))
    return cast(ScopeBy, by)


def _citation(record: Mapping[str, object], find_unit: FindUnit) -> Citation:
    symbol = _text(record, "document")
    unit = find_unit(symbol, _text(record, "label"))
    if unit is None:
        raise ChatDamagedError(say("chat-lacks-paragraph"))
    found = Citation(
        document=symbol,
        unit=unit,
        reference=_text(record, "reference"),
        start=_of(int, record["start"]),
        end=_of(int, record["end"]),
        score=_number(record, "score"),
    )
    if found.quote != record["quote"]:
        raise ChatDamagedError(say("chat-lacks-words"))
    return found


def _hits(records: Iterable[Mapping[str, object]], find_unit: FindUnit) -> Iterable[Hit]:
    for record in records:
        symbol, label = _text(record, "document"), _text(record, "label")
        unit = find_unit(symbol, label)
        if unit is not None:
            yield Hit(symbol, unit, _number(record, "score"), _of(int, record["rank"]))


def _explanation(record: Mapping[str, object], confidence: float) -> Explanation:
    sureness = record["confidence"]
    return Explanation(
        named=_of(bool, record["named"]),
        units=tuple(_reasons(one) for one in _of(list, record["units"])),
        sureness=None if sureness is None else _sureness(_of(dict, sureness), confidence),
    )


def _reasons(record: Mapping[str, object]) -> UnitReasons:
    return UnitReasons(
        document=_text(record, "document"),
        label=_text(record, "label"),
        rank=_of(int, record["rank"]),
        score=_number(record, "score"),
        signals=tuple(
            SignalPart(name, *_part(part), _number(part, "lead"))
            for name, part in _of(dict, record["signals"]).items()
        ),
        models=tuple(_numbers(record["models"]).items()),
        own_words=_texts(record["own_words"]),
        context_words=_texts(record["context_words"]),
    )


def _sureness(record: Mapping[str, object], confidence: float) -> Sureness:
    return Sureness(
        probability=confidence,
        threshold=_number(record, "threshold"),
        words=_text(record, "words"),
        log_odds=_number(record, "log_odds"),
        bias=_number(record, "bias"),
        features=tuple(
            FeaturePart(name, *_part(part)) for name, part in _of(dict, record["features"]).items()
        ),
    )


def _part(record: Mapping[str, object]) -> tuple[float, float, float]:
    return (
        _number(record, "value"),
        _number(record, "weight"),
        _number(record, "contribution"),
    )


def _of(kind: type[Value], value: object) -> Value:
    """Return a value of a kind; a boolean is no number."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ChatDamagedError(say("chat-lacks-value", kind=kind.__name__))
    return value


def _text(record: Mapping[str, object], name: str) -> str:
    return _of(str, record[name])


def _texts(values: object) -> tuple[str, ...]:
    return tuple(_of(str, value) for value in _of(list, values))


def _number(record: Mapping[str, object], name: str) -> float:
    value = record[name]
    return float(value) if isinstance(value, int) else _of(float, value)


def _numbers(values: object) -> dict[str, float]:
    record = _of(dict, values)
    return {name: _number(record, name) for name in record}
