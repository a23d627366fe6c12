from __future__ import annotations

import os

import pytest

from corpus.catalogue import Catalogue
from embeddings.environment import environment
from eval.commands.peers import note_missing_peers
from eval.peers import PEERS, PeerMissingError, make_peer, missing_peers
from eval.types import Question, UnitKey

MODEL = "all-MiniLM-L6-v2"


@pytest.mark.slow
@pytest.mark.parametrize("name", PEERS)
# The peers' own imports warn of what is old in them; that is not ours to mend.
@pytest.mark.filterwarnings("ignore")
def test_a_peer_ranks_an_obvious_unit_first(name: str, garden: Catalogue) -> None:
    if name in missing_peers():
        pytest.skip(f"{name} is not installed: pip install -e '.[peers]'")
    peer = make_peer(name, garden, MODEL)
    question = Question("q", "direct", "How many oaks were planted along the path?", ("1",))
    found = peer.answer(question)
    assert found.hits[0].unit == UnitKey("garden", "1")
    assert [cited.unit for cited in found.cited] == [UnitKey("garden", "1")]
    scores = [hit.score for hit in found.hits]
    assert scores == sorted(scores, reverse=True)
    assert not found.abstained
    versions = peer.settings["versions"]
    assert isinstance(versions, dict)
    assert all(versions.values())


def test_a_peer_that_is_not_installed_says_how_to_add_it(
    garden: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(PEERS, "txtai", ("no_such_package.inside",))
    with pytest.raises(PeerMissingError, match=r"txtai is not installed. Add it: pip install .*"):
        make_peer("txtai", garden, MODEL)
    note_missing_peers()
    (line,) = capsys.readouterr().err.splitlines()
    assert "txtai" in line
    assert "'.[peers]'" in line


def test_the_environment_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEER_A", "before")
    monkeypatch.delenv("PEER_B", raising=False)
    with environment(PEER_A="during", PEER_B="during"):
        assert (os.environ["PEER_A"], os.environ["PEER_B"]) == ("during", "during")
    assert os.environ["PEER_A"] == "before"
    assert "PEER_B" not in os.environ
