from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from embeddings.bert_graph import make_graph
from embeddings.e5_torch import make_model
from embeddings.e5_weights import read_e5
from embeddings.learner import Learner, open_learner
from embeddings.lessons import Lesson
from embeddings.models import E5_MODEL, ModelSource
from embeddings.recipes import RECIPES, Recipe
from embeddings.sentence_transformer import add_changes
from embeddings.training import fit_changes
from embeddings.types import Vectors
from tests.support.tiny_e5 import LAYERS, write_tiny_e5

LESSON = Lesson(
    texts=(("a b", "c a b"), ("c c", "b c c"), ("d a d", "d"), ("b", "a b")),
    questions=(("a b a", (0,)), ("c", (1,))),
)


@pytest.fixture
def source(tmp_path: Path) -> ModelSource:
    path = tmp_path / "tiny.bin"
    write_tiny_e5(path)
    return ModelSource(E5_MODEL, tmp_path, path)


def served(source: ModelSource, changes: Path | None = None) -> Vectors:
    """Return what onnxruntime makes of the tokens of "abd", which are ▁a b d, and of "c"."""
    assert source.weights is not None
    model, _ = read_e5(source.weights, changes)
    graph = make_graph(model).SerializeToString()
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    ids = np.array([[0, 8, 6, 11, 2], [0, 10, 2, 1, 1]])
    (vectors,) = session.run(None, {"input_ids": ids, "attention_mask": (ids != 1).astype(int)})
    return np.asarray(vectors, dtype=np.float32)


def in_torch(source: ModelSource, changes: Path | None = None) -> Vectors:
    """Return what torch makes of the same texts, without prompts."""
    assert source.weights is not None
    model = make_model(read_e5(source.weights, changes)[0])
    return Learner(model, open_learner(source).tokenize).encode_passages(["abd", "c"])


def test_the_model_in_torch_is_the_one_that_is_served(source: ModelSource) -> None:
    # The graph multiplies as 8-bit integers, torch as bfloat16: each is off by a per cent or so.
    assert (in_torch(source) * served(source)).sum(axis=1).min() > 0.999


def test_texts_are_cut_with_their_special_tokens(source: ModelSource) -> None:
    tokens = open_learner(source).tokenize(["a a a a a a a a", "b"], 4)
    # <s> ▁a ▁a </s>, and <s> ▁b </s> <pad>
    assert tokens["input_ids"].tolist() == [[0, 8, 8, 2], [0, 9, 2, 1]]
    assert tokens["attention_mask"].tolist() == [[1, 1, 1, 1], [1, 1, 1, 0]]


def test_what_changed_is_kept_under_the_names_of_bert(source: ModelSource, tmp_path: Path) -> None:
    changes, stages = tmp_path / "changes.safetensors", []
    fit_changes(
        source,
        [LESSON],
        changes,
        recipe=Recipe(epochs=3, look_alikes=1, others=1, rate=1e-2, rank=6),
        progress=lambda *step: stages.append(step),
    )
    assert stages == [
        *(("finding look-alikes", done, 1) for done in (0, 1)),
        *(("training", done, 3) for done in (0, 1, 2, 3)),
    ]
    with safe_open(changes, "np") as file:
        assert file.metadata() == {"base": E5_MODEL, "rank": "6"}
    kept = load_file(changes)
    # Of each layer six matrices in two parts, their biases, and two norms of two vectors.
    assert len(kept) == LAYERS * (6 * 2 + 6 + 2 * 2)
    query = "encoder.layer.0.attention.self.query"
    assert kept[f"{query}.weight.left"].shape == (32, 6)
    assert kept[f"{query}.weight.right"].shape == (6, 32)
    assert kept[f"{query}.bias"].dtype == np.float16
    assert not any("embeddings" in name for name in kept)


def test_changes_are_the_same_in_torch_and_when_served(source: ModelSource, tmp_path: Path) -> None:
    assert source.weights is not None
    dice = np.random.default_rng(2)
    stored = {
        f"encoder.layer.{layer}.{name}": dice.normal(0, 0.2, shape).astype(np.float16)
        for layer in range(LAYERS)
        for name, shape in {
            "attention.self.value.weight.left": (32, 3),
            "attention.self.value.weight.right": (3, 32),
            "output.dense.weight.left": (32, 3),
            "output.dense.weight.right": (3, 64),
            "intermediate.dense.bias": (64,),
            "output.LayerNorm.weight": (32,),
        }.items()
    }
    changes = tmp_path / "changes.safetensors"
    save_file(stored, changes)
    one = make_model(read_e5(source.weights, changes)[0]).state_dict()
    other = make_model(read_e5(source.weights)[0])
    add_changes(other, changes)
    for name, weight in other.state_dict().items():
        np.testing.assert_allclose(one[name], weight, atol=1e-5, err_msg=name)
    changed = served(source, changes)
    assert (changed * in_torch(source, changes)).sum(axis=1).min() > 0.999
    assert (changed * served(source)).sum(axis=1).max() < 0.9


def test_the_recipe_of_e5_is_the_one_that_its_changes_were_made_with() -> None:
    # But for the rank, which only says how much is kept of what changed.
    assert replace(RECIPES[E5_MODEL], rank=1) == Recipe(
        epochs=1,
        batch=24,
        look_alikes=8,
        others=4,
        rate=4e-5,
        temperature=0.0125,
        question_tokens=64,
        text_tokens=112,
        rank=1,
        seed=1,
    )
