from __future__ import annotations

import json
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.scope import Scope
from assistant.types import Explanation, FeaturePart, SignalPart, Sureness, UnitReasons
from ui.chat_json import Chat, ChatDamagedError, read_chat, write_chat
from ui.chats import ChatError, Chats, KeptChats, VisitChats, may_keep, new_chat, stamp
from ui.conversation import Turn
from ui.language import speaking
from ui.lookup import find_unit

if TYPE_CHECKING:
    from corpus.types import Unit
    from tests.ui.conftest import AnswerMaker

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def nothing(symbol: str, label: str) -> Unit | None:
    return None


def chat_of(make: AnswerMaker, *questions: str) -> Chat:
    answer = make.answer(make.citation("1", "Alpha opens."), question=questions[0])
    return new_chat(tuple(Turn(question, answer) for question in questions), NOON)


@pytest.fixture
def chats(tmp_path: Path) -> KeptChats:
    return KeptChats(tmp_path / "home" / "chats")


# ---- the file


def test_a_chat_is_read_as_it_was_written(make: AnswerMaker) -> None:
    explained = Explanation(
        units=(
            UnitReasons(
                "A/TEST/1",
                "1",
                1,
                0.5,
                (SignalPart("own_words", 0.25, 0.5, 0.125, 0.0),),
                (("MiniLM", 0.75),),
                ("Alpha",),
                ("Opening",),
            ),
        ),
        sureness=Sureness(0.95, 0.5, "sure", 1.5, 0.5, (FeaturePart("margin", 2.0, 0.5, 1.0),)),
    )
    answer = replace(
        make.answer(make.citation("2(b)(i)", "deep"), read_as="What, again?"),
        explanation=explained,
        text="“deep” (para. 2 (b) (i))",
        timings_ms={"total": 1.5},
        scope=("A/TEST/1",),
        scope_note="Looked in A/TEST/1.",
    )
    # The scores 1/1 … 1/7 are kept to 6 digits, so those of a round number stay.
    answer = replace(answer, hits=answer.hits[:2], nearest=())
    turn = Turn(
        "What?",
        answer,
        judged="kept",
        told="Kept.",
        within="A/TEST/1",
        scope=Scope(documents=("A/TEST/1",), since="2024", all_revisions=True),
        reading="What, again?",
        digests=(("A/TEST/1", "d1"),),
        earlier=((Turn("Who?", None, "It broke."), Turn("When?", answer)),),
        later=((Turn("Where?", None),),),
    )
    chat = replace(new_chat((turn,), NOON), title="Mine")
    assert read_chat(write_chat(chat), lambda s, u: find_unit(make.catalogue, s, u)) == chat


def test_an_answer_is_read_without_the_library_it_came_from(make: AnswerMaker) -> None:
    answer = make.answer(nearest=("3", "1"))
    chat = new_chat((Turn("What?", answer),), NOON)
    [turn] = read_chat(write_chat(chat), nothing).turns
    assert turn.answer is not None
    assert [(hit.label, hit.unit.text) for hit in turn.answer.nearest] == [
        ("1", "Alpha opens. It is short."),
        ("3", "Gamma ends."),
    ]
    # What it ranked without showing it is not kept, only looked up.
    assert {hit.label for hit in turn.answer.hits} == {"1", "3"}


def test_a_half_made_judgement_is_not_kept(make: AnswerMaker) -> None:
    turn = replace(chat_of(make, "What?").turns[0], judged="choosing", told="…")
    [found] = read_chat(write_chat(new_chat((turn,), NOON)), nothing).turns
    assert (found.judged, found.told) == ("", "")


@pytest.mark.parametrize(
    "damage",
    [
        lambda record: "",
        lambda record: "[]",
        lambda record: json.dumps(record)[:-20],
        lambda record: json.dumps({**record, "turns": 3}),
        lambda record: json.dumps({**record, "title": None}),
        lambda record: json.dumps(record).replace("Alpha opens. It", "Omega opens. It"),
        lambda record: json.dumps(record).replace('"end": 12', '"end": 1200'),
        lambda record: json.dumps({**record, "turns": [{}]}),
        lambda record: "[" * 100_000,
    ],
)
def test_a_damaged_chat_is_told_from_a_good_one(make: AnswerMaker, damage: object) -> None:
    assert callable(damage)
    good = json.loads(write_chat(chat_of(make, "What?")))
    with pytest.raises(ChatDamagedError):
        read_chat(damage(good), nothing)


def test_a_chat_of_a_newer_version_is_told_as_such(make: AnswerMaker) -> None:
    record = json.loads(write_chat(chat_of(make, "What?")))
    with pytest.raises(ChatDamagedError, match="version 2, which a newer Pincite made"):
        read_chat(json.dumps({**record, "version": 2}), nothing)


# ---- the folder


def test_chats_are_listed_with_the_newest_first(chats: KeptChats, make: AnswerMaker) -> None:
    old = chats.save(chat_of(make, "Old?"))
    new = chats.save(
        replace(chat_of(make, "New?"), changed=stamp(datetime(2026, 3, 2, tzinfo=UTC)))
    )
    entries = chats.listing().entries
    assert [(entry.id, entry.name) for entry in entries] == [(new.id, "New?"), (old.id, "Old?")]
    chats.save(replace(old, title="Mine", changed=stamp(datetime(2026, 3, 3, tzinfo=UTC))))
    assert [entry.name for entry in chats.listing().entries] == ["Mine", "New?"]


def test_there_is_no_folder_before_the_first_chat(chats: KeptChats) -> None:
    assert chats.listing().entries == ()
    assert chats.folder is not None
    assert not chats.folder.exists()


def test_nobody_else_can_read_a_chat(chats: KeptChats, make: AnswerMaker) -> None:
    saved = chats.save(chat_of(make, "What?"))
    folder = chats.folder
    assert folder is not None
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = sorted(path.name for path in folder.iterdir())
    assert files == [".lock", f"{saved.id}.json"]
    assert [stat.S_IMODE((folder / name).stat().st_mode) for name in files] == [0o600, 0o600]


def test_a_damaged_file_is_named_and_left_alone(chats: KeptChats, make: AnswerMaker) -> None:
    saved = chats.save(chat_of(make, "What?"))
    assert chats.folder is not None
    damaged = chats.folder / "00000000000000aa.json"
    damaged.write_bytes(b'{"version": 1, \xff')
    (chats.folder / "notes.json").write_text("mine")  # no chat's name: none of our business
    listing = chats.listing()
    assert [entry.id for entry in listing.entries] == [saved.id]
    assert listing.faults == (
        f"Cannot read the chat {damaged}: it is damaged, or not a chat. It was left as it is.",
    )
    with pytest.raises(ChatError, match="damaged"):
        chats.load("00000000000000aa", nothing)
    assert damaged.read_bytes() == b'{"version": 1, \xff'


def test_what_is_wrong_with_a_chat_is_told_in_the_readers_language(chats: KeptChats) -> None:
    assert chats.folder is not None
    chats.folder.mkdir(parents=True)
    damaged = chats.folder / "00000000000000aa.json"
    damaged.write_text('{"version": 2}', encoding="utf-8")
    with speaking("fr"):
        [fault] = chats.listing().faults
        with pytest.raises(ChatError, match=r"^Cette conversation n’existe plus\."):
            chats.load("00000000000000bb", nothing)
    assert fault.startswith(f"Impossible de lire la conversation {damaged}\u00a0: ")
    assert "version 2" in fault
    assert "newer" not in fault


def test_a_chat_is_not_written_over_what_another_window_wrote(
    chats: KeptChats, make: AnswerMaker
) -> None:
    first = chats.save(chat_of(make, "What?"))
    other = chats.save(replace(first, turns=(*first.turns, Turn("From the other window?", None))))
    mine = chats.save(replace(first, turns=(*first.turns, Turn("From this one?", None))))
    assert other.id == first.id != mine.id
    texts = {entry.id: entry.texts[-1] for entry in chats.listing().entries}
    assert texts == {other.id: "From the other window?", mine.id: "From this one?"}
    assert chats.save(replace(mine, title="Mine")).id == mine.id


def test_a_deleted_chat_is_gone(chats: KeptChats, make: AnswerMaker) -> None:
    saved = chats.save(chat_of(make, "What?"))
    chats.delete(saved.id)
    chats.delete(saved.id)
    assert chats.listing().entries == ()
    with pytest.raises(ChatError, match="not there any more"):
        chats.load(saved.id, nothing)


def test_an_id_cannot_lead_out_of_the_folder(chats: KeptChats, tmp_path: Path) -> None:
    outside = tmp_path / "home" / "outside.json"
    outside.parent.mkdir()
    outside.write_text("{}")
    with pytest.raises(ChatError):
        chats.load("../outside", nothing)
    with pytest.raises(ChatError):
        chats.delete("../outside")
    assert outside.exists()


def test_a_chat_that_cannot_be_kept_says_so(tmp_path: Path, make: AnswerMaker) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    with pytest.raises(ChatError, match="PINCITE_KEEP_CHATS=0"):
        KeptChats(tmp_path / "home" / "chats").save(chat_of(make, "What?"))


@pytest.mark.parametrize("kept", [True, False])
def test_a_chat_comes_back_as_it_was_saved(kept: bool, tmp_path: Path, make: AnswerMaker) -> None:
    chats: Chats = KeptChats(tmp_path / "chats") if kept else VisitChats()
    saved = chats.save(chat_of(make, "What?", "And?"))
    assert saved.revision == 1
    found = chats.load(saved.id, lambda s, u: find_unit(make.catalogue, s, u))
    assert (found.id, found.name) == (saved.id, "What?")
    assert [turn.question for turn in found.turns] == ["What?", "And?"]
    assert [entry.id for entry in chats.listing().entries] == [saved.id]
    chats.delete(saved.id)
    assert chats.listing().entries == ()


# ---- who may have chats kept


@pytest.mark.parametrize(
    ("address", "came_from", "headers", "setting", "kept"),
    [
        ("127.0.0.1", None, {}, None, True),
        ("localhost", "127.0.0.1", {"Host": "localhost:8501"}, "1", True),
        ("::1", "::1", {}, "", True),
        ("0.0.0.0", None, {}, None, False),  # everybody in the network can come
        (None, None, {}, None, False),  # streamlit run, which listens everywhere
        ("127.0.0.1", "192.0.2.7", {}, None, False),
        ("127.0.0.1", None, {"X-Forwarded-For": "192.0.2.7"}, None, False),  # a proxy
        ("127.0.0.1", None, {"forwarded": "for=192.0.2.7"}, None, False),
        ("127.0.0.1", None, {}, "0", False),
        ("127.0.0.1", None, {}, "off", False),
        ("127.0.0.1", None, {}, "perhaps", False),
    ],
)
def test_chats_are_kept_only_where_nobody_else_can_come(
    address: str | None,
    came_from: str | None,
    headers: dict[str, str],
    setting: str | None,
    kept: bool,
) -> None:
    assert may_keep(address, came_from, headers, setting) is kept
