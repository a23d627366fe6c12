from __future__ import annotations

from datetime import datetime, timedelta, timezone

from ui.chat_list import ChatRow, find_words, list_chats
from ui.chats import ChatEntry
from ui.language import say

PARIS = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 10, 0, 30, tzinfo=PARIS)  # 23:30 of the day before in UTC


def entry(number: int, changed: str, name: str = "", *texts: str) -> ChatEntry:
    return ChatEntry(f"{number:016x}", name or f"Chat {number}", changed, texts)


def test_chats_are_grouped_by_the_days_of_the_persons_clock() -> None:
    entries = [
        entry(1, "2026-03-09T23:10:00.000+00:00"),  # 0:10 today in Paris
        entry(2, "2026-03-09T22:50:00.000+00:00"),  # 23:50 yesterday
        entry(3, "2026-03-04T12:00:00.000+00:00"),  # six days ago
        entry(4, "2026-03-03T12:00:00.000+00:00"),  # seven
        entry(5, "no time at all"),
    ]
    view = list_chats(entries, NOW, current=entries[1].id, most=10)
    assert [(group.title, [row.name for row in group.rows]) for group in view.groups] == [
        (say("chat-today"), ["Chat 1"]),
        (say("chat-yesterday"), ["Chat 2"]),
        (say("chat-this-week"), ["Chat 3"]),
        (say("chat-earlier"), ["Chat 4", "Chat 5"]),
    ]
    assert [row.current for group in view.groups for row in group.rows] == [
        False,
        True,
        False,
        False,
        False,
    ]
    assert (view.hidden, view.nothing_found) == (0, False)


def test_only_so_many_chats_are_shown() -> None:
    entries = [entry(n, "2026-03-09T23:10:00.000+00:00") for n in range(5)]
    view = list_chats(entries, NOW, most=2)
    assert [row.name for row in view.groups[0].rows] == ["Chat 0", "Chat 1"]
    assert view.hidden == 3


def test_a_chat_is_found_by_words_of_its_answers_and_shown_where_they_stand() -> None:
    long = "The Working Group endorsed, among others, that compensation be paid to victims. " * 2
    one = entry(1, "", "Who pays?", "Who pays?", long)
    assert find_words(one, "VICTIMS compensation") == (
        "…Group endorsed, among others, that compensation be paid to victims. The Working Group…"
    )
    assert find_words(one, "pays who") == ""  # all in the name
    assert find_words(one, "pays bread") is None
    assert find_words(one, "") == ""


def test_what_looks_like_a_pattern_is_looked_for_as_it_stands() -> None:
    one = entry(1, "", "Name", "See para. 51 (j) [sic].")
    assert find_words(one, "(j) [sic]") == "See para. 51 (j) [sic]."
    assert find_words(one, "p.ra") is None


def test_a_search_that_finds_nothing_is_told_from_an_empty_list() -> None:
    entries = [entry(1, "2026-03-09T23:10:00.000+00:00", "Compensation")]
    assert list_chats(entries, NOW, query="bread", most=9).nothing_found
    assert not list_chats(entries, NOW, query="  ", most=9).nothing_found
    [group] = list_chats(entries, NOW, query="comp", most=9).groups
    assert group.rows == (ChatRow(entries[0].id, "Compensation", current=False, found=""),)


def test_a_long_name_is_cut() -> None:
    entries = [entry(1, "2026-03-09T23:10:00.000+00:00", "word " * 40)]
    [group] = list_chats(entries, NOW, most=9).groups
    assert len(group.rows[0].name) <= 71
    assert group.rows[0].name.endswith("…")
