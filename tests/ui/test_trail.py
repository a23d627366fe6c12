from __future__ import annotations

from ui.trail import MOST_KEPT, MOST_PLACES, Place, Trail


def at(label: str, section: int | None = None) -> Place:
    return Place(0, "A/TEST/1", label, section)


def walked(*labels: str) -> Trail:
    trail = Trail("chat")
    for label in labels:
        trail = trail.visited(at(label))
    return trail


def test_a_new_trail_leads_nowhere() -> None:
    trail = Trail()
    assert (trail.current, trail.before, trail.after) == (None, None, None)
    assert trail.stepped(-1) == trail
    assert trail.stepped(1) == trail


def test_one_goes_back_and_forward_again() -> None:
    trail = walked("1", "2", "3").stepped(-1)
    assert (trail.before, trail.current, trail.after) == (at("1"), at("2"), at("3"))
    assert trail.stepped(1).current == at("3")
    assert trail.stepped(-1).stepped(-1).current == at("1")


def test_another_place_after_going_back_forgets_the_way_forward() -> None:
    trail = walked("1", "2", "3").stepped(-1).visited(at("9"))
    assert (trail.before, trail.current, trail.after) == (at("2"), at("9"), None)


def test_the_place_in_view_is_not_visited_twice() -> None:
    assert walked("1", "1") == walked("1")


def test_a_section_is_another_place_than_its_unit() -> None:
    trail = walked("1").visited(at("1", 0))
    assert (trail.before, trail.current) == (at("1"), at("1", 0))


def test_the_oldest_places_are_forgotten() -> None:
    trail = walked(*map(str, range(MOST_PLACES + 5)))
    assert len(trail.places) == MOST_PLACES
    assert trail.places[0] == at("5")
    assert trail.current == at(str(MOST_PLACES + 4))


def test_places_are_kept_open_each_once_and_let_go() -> None:
    trail = walked("1").keeping(at("1")).keeping(at("2")).keeping(at("1"))
    assert trail.kept == (at("2"), at("1"))
    assert trail.letting_go(at("2")).kept == (at("1"),)
    assert trail.letting_go(at("7")) == trail


def test_so_many_places_are_kept_open_at_most() -> None:
    trail = Trail()
    for number in range(MOST_KEPT + 1):
        trail = trail.keeping(at(str(number)))
    assert [place.label for place in trail.kept] == ["1", "2", "3", "4"]
