"""Imports point one way, and each heavy library has one door, opened late."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MAY_IMPORT = {
    "corpus": {"corpus"},
    "embeddings": {"embeddings", "corpus"},
    "assistant": {"assistant", "embeddings", "corpus"},
    "ui": {"ui", "assistant", "embeddings", "corpus"},
    "eval": {"eval", "assistant", "embeddings", "corpus"},
}

EVALUATION_PAGE = "ui/evaluation"
"""Modules of the browser that show evaluations (docs/decisions/0007-evaluation-page.md)."""

DOORS = {
    "faiss": {"embeddings/vector_index.py"},
    "bm25s": {"embeddings/lexical_index.py"},
    "Stemmer": {"embeddings/terms.py"},
    "sentence_transformers": {"embeddings/sentence_transformer.py"},
    "transformers": {
        "embeddings/sentence_transformer.py",
        "embeddings/learner.py",
        "embeddings/e5_torch.py",
        "embeddings/reranker/torch_model.py",
    },
    # The export runs a model in torch and writes it down as onnxruntime optimises it.
    "torch": {
        "embeddings/sentence_transformer.py",
        "embeddings/export.py",
        "embeddings/learner.py",
        "embeddings/e5_torch.py",
        "embeddings/training.py",
        "embeddings/reranker/torch_model.py",
        "embeddings/reranker/refusing.py",
        "embeddings/reranker/training.py",
    },
    "onnxruntime": {"embeddings/onnx_session.py", "embeddings/export.py"},
    "onnx": {"embeddings/graph_maker.py", "embeddings/exported_files.py"},
    "gguf": {"embeddings/reranker/llama.py"},
    # What is not traced from a model in torch has its tokenizer put together from a file's parts.
    "tokenizers": {"embeddings/text_tokenizer.py", "embeddings/reranker/tokenizer.py"},
    "sentencepiece": {"embeddings/piece_tokenizer.py", "embeddings/e5_tokenizer.py"},
    # The yardstick of the parse evaluation is PDFium's own text extraction.
    "pypdfium2": {
        "corpus/readers/pdf_boxes.py",
        "corpus/readers/pdf_glyphs.py",
        "eval/parsing/reading.py",
    },
    "lxml": {"corpus/readers/docx_xml.py", "corpus/readers/html.py"},
    "docx": {"assistant/transcript_docx.py"},
    "fluent": {"ui/language.py"},
    "babel": {"assistant/country_names.py", "ui/language.py"},
    "tiktoken": {"corpus/tokens.py"},
    "charset_normalizer": {"corpus/readers/text.py"},
    "pydantic_settings": {"assistant/settings.py"},
    "txtai": {"eval/peers/txtai_index.py"},
    "haystack": {"eval/peers/haystack_pipeline.py"},
    "haystack_integrations": {"eval/peers/haystack_pipeline.py"},
}
"""Heavy libraries and the modules that may import them."""

HEAVY = {*DOORS, "streamlit", "ir_measures"} - {"pydantic_settings"}
"""Libraries that no command imports before it needs them."""

Import = tuple[str, bool]
"""A module's name, and whether it is imported as soon as the importing module is."""


def modules() -> list[Path]:
    return sorted(p for package in MAY_IMPORT for p in (ROOT / package).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[Import]:
    """Yield what a module imports, leaving out what only type checkers see."""

    def visit(node: ast.AST, at_once: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
                continue
            if isinstance(child, ast.Import):
                yield from ((alias.name, at_once) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: write imports in full"
                yield child.module or "", at_once
            inner = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from visit(child, at_once and not inner)

    return visit(tree(path), True)


def names(path: Path) -> set[str]:
    """Return every top-level package that a module imports, for type checkers alone or not."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_modules_to_look_at_in_every_package() -> None:
    assert {relative(p).partition("/")[0] for p in modules()} == set(MAY_IMPORT)


def test_imports_point_one_way() -> None:
    wrong = [
        f"{relative(path)} imports {name}"
        for path in modules()
        for name in names(path) & set(MAY_IMPORT)
        if name not in MAY_IMPORT[relative(path).partition("/")[0]]
        and not (name == "eval" and relative(path).startswith(EVALUATION_PAGE))
    ]
    assert wrong == []


@pytest.mark.parametrize("library", DOORS)
def test_a_heavy_library_is_imported_where_it_may_be(library: str) -> None:
    users = {
        relative(path)
        for path in modules()
        if library in {name.partition(".")[0] for name, _ in imports(path)}
    }
    assert users, f"nothing imports {library} any more: take it off the list"
    assert users <= DOORS[library]


def test_streamlit_stays_in_the_browser_package() -> None:
    users = {relative(p).partition("/")[0] for p in modules() if "streamlit" in names(p)}
    assert users == {"ui"}


def test_the_command_line_reaches_no_heavy_library_until_a_command_needs_it() -> None:
    """Follow imports made at once from the command line; stop at those made in functions."""
    reached: set[str] = set()
    waiting = ["assistant.__main__", "assistant.cli"]
    while waiting:
        name = waiting.pop()
        path = ROOT / (name.replace(".", "/") + ".py")
        path = path if path.exists() else ROOT / name.replace(".", "/") / "__init__.py"
        if name in reached or not path.exists():
            reached.add(name)
            continue
        reached.add(name)
        waiting += [imported for imported, at_once in imports(path) if at_once]
        waiting += [  # from package import module
            f"{node.module}.{alias.name}"
            for node in tree(path).body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        ]
    assert "assistant.commands.ask" in reached
    assert {n.partition(".")[0] for n in reached} & HEAVY == set()


def test_library_code_never_prints() -> None:
    wrong = [
        f"{relative(path)}:{node.lineno}"
        for path in modules()
        if relative(path) != "eval/__main__.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert wrong == []


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    declared = {
        re.split(r"[\[=<>~! ]", requirement, maxsplit=1)[0].lower().replace("_", "-")
        for requirement in [*project["dependencies"], *(r for extra in extras for r in extra)]
    }
    providers = packages_distributions()
    wanted: dict[str, set[str]] = defaultdict(set)
    for path in modules():
        for name in names(path) - set(MAY_IMPORT) - set(sys.stdlib_module_names) - {"__future__"}:
            wanted[name].add(relative(path))
    # What an extra brings may not be installed: then its name must begin as the module's.
    missing = {
        name: sorted(users)
        for name, users in wanted.items()
        if not {p.lower().replace("_", "-") for p in providers.get(name, [])} & declared
        and (name in providers or not any(d.startswith(name.partition("_")[0]) for d in declared))
    }
    assert missing == {}


def test_no_module_of_the_page_has_a_standard_librarys_name() -> None:
    # Streamlit puts ui/ first on the path: ui/types.py would then be `types` for everybody.
    assert {p.stem for p in (ROOT / "ui").glob("*.py")} & set(sys.stdlib_module_names) == set()
