"""What the engine says is known again, and said in the reader's language."""

from __future__ import annotations

import ast
import errno
import io
import json
import os
import re
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import product
from pathlib import Path

import pytest

import corpus.errors
from assistant.conversation import read_question
from assistant.lookup import Lookup
from assistant.marks import Mark, save_mark
from assistant.scope import Scope, Shelf
from assistant.settings import Settings
from corpus.candidates import collect
from corpus.catalogue import Catalogue
from corpus.documents import examine, load_document, shipped_report_path
from corpus.errors import PinciteError
from corpus.flags import find_flags
from corpus.isolation import Worker
from corpus.limits import Limits
from corpus.links import find_links
from corpus.metadata import guess_metadata
from corpus.readers import source_from_text
from corpus.references import parse_reference
from corpus.renditions import compare_renditions
from corpus.resolve import resolve
from corpus.structure.parse import parse
from corpus.types import Document
from embeddings.generations import building, current_generation
from embeddings.library import open_library
from embeddings.manifest import check_files, check_model, read_manifest
from embeddings.models import locate, parts_of
from embeddings.removal import remove_documents
from eval.errors import QuestionSetError
from eval.judgements import judge_set
from eval.questions import load_questions
from eval.record import read_record
from eval.report.recorded import read_run
from eval.results import make_folder
from eval.types import KINDS
from tests.corpus.test_links import TWO_LISTS, note
from tests.corpus.test_resolve import NOTE, REPORT, make_document
from tests.eval.test_questions import GOOD
from tests.support.docx_files import make_docx, zip_parts
from tests.support.pdf_files import Text, make_pdf
from tests.ui.test_language import messages
from ui.language import CATALOGUES, DEFAULT, LANGUAGES, speaking
from ui.retelling import ENGINE, own_words, retold, tells, tells_entry

ROOT = CATALOGUES.parent.parent
ERRORS = {name for name in vars(corpus.errors) if name.endswith("Error")}
ERRORS |= {"ScopeError", "PeerMissingError"}
ENGINE_PACKAGES = ("corpus", "embeddings", "assistant")
COMMAND_LINE_ONLY = frozenset(
    [
        "assistant/batch.py",
        "assistant/commands/index.py",
        "embeddings/archive.py",
        "embeddings/archive_reader.py",
        "embeddings/transfer.py",
    ]
)
"""Modules that no page uses: batches of questions, and libraries as files."""
OF_QUESTION_SETS = ("eval/errors.py", "eval/judgements.py", "eval/questions.py")
"""Modules whose texts are faults of question sets, or say how many there are."""
MARK = re.compile(r"⟨\d+⟩")
OTHERS = [language for language in LANGUAGES if language != DEFAULT]


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Yield the modules that pages use; of `eval`, those that the evaluation page imports."""
    paths = {path for one in ENGINE_PACKAGES for path in (ROOT / one).rglob("*.py")}
    for path in sorted(paths | imported("eval", *(ROOT / "ui").glob("evaluation*.py"))):
        name = path.relative_to(ROOT).as_posix()
        if name not in COMMAND_LINE_ONLY:
            yield name, parsed(path)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(package: str, *paths: Path) -> set[Path]:
    """Return a package's modules that some modules import, and what those import, and so on."""
    found, left = set[Path](), list(paths)
    while left:
        for node in ast.walk(parsed(left.pop())):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            for name in (node.module, *(f"{node.module}.{one.name}" for one in node.names)):
                place = ROOT / name.replace(".", "/")
                for path in (place.with_suffix(".py"), place / "__init__.py"):
                    if name.split(".")[0] == package and path.is_file() and path not in found:
                        found.add(path)
                        left.append(path)
    return found


def texts(node: ast.expr) -> list[str]:
    """Return the texts that an expression in the code makes, with marks for what it leaves open."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        pieces = [
            str(part.value) if isinstance(part, ast.Constant) else f"⟨{place}⟩"
            for place, part in enumerate(node.values)
        ]
        return ["".join(pieces)]
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [one + two for one, two in product(texts(node.left), texts(node.right))]
    return []


def engine_says() -> Iterator[tuple[str, str]]:
    """Yield where the engine makes an error or names a fault, and the text of it."""
    for name, tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in ERRORS and node.args:
                words = node.args[0]
            elif node.func.id == "Problem" and len(node.args) == 3:
                words = node.args[2]
            else:
                continue
            for text in texts(words):
                yield f"{name}:{node.lineno}", text


class Written(ast.NodeVisitor):
    """Collects the texts of a module but for its docstrings, each with its line."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def visit_Expr(self, node: ast.Expr) -> None:  # noqa: N802
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:  # noqa: N802
        self.found += [(node.lineno, text) for text in texts(node)]

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:  # noqa: N802
        self.found += [(node.lineno, text) for text in texts(node)]


def question_sets_say() -> Iterator[tuple[str, str]]:
    """Yield where a fault of a question set is named, and the text of it: two words or more."""
    for name, tree in sources():
        if name in OF_QUESTION_SETS:
            written = Written()
            written.visit(tree)
            for line, text in written.found:
                if re.search(r"\S \S", text):
                    yield f"{name}:{line}", text


def filled(text: str) -> Iterator[str]:
    """Yield a text with what it leaves open: a number, or a fault where a fault must stand."""
    for values in product(("7", "no questions"), repeat=len(MARK.findall(text))):
        left = iter(values)
        yield MARK.sub(lambda _: next(left), text)  # noqa: B023


def test_the_engines_errors_and_faults_are_found_in_the_code() -> None:
    found = dict(engine_says())
    assert len(found) > 100
    assert any(text == "⟨0⟩ is a folder. Name the files in it." for text in found.values())


def test_everything_the_engine_says_is_told_in_every_language() -> None:
    missing = [
        f"{place} {text}"
        for place, text in engine_says()
        # A number fits wherever a text does, and where nothing else fits.
        if not tells(text) and not tells(MARK.sub("7", text))
    ]
    assert missing == []


def test_every_fault_of_a_question_set_is_told_in_every_language() -> None:
    found = list(question_sets_say())
    assert len(found) > 25
    assert "no unit ⟨1⟩ in ⟨3⟩" in [text for _, text in found]
    missing = [
        f"{place} {text}" for place, text in found if not any(map(tells_entry, filled(text)))
    ]
    assert missing == []


def test_every_message_of_the_engine_is_in_its_code() -> None:
    # Reports are written as answers to a batch are; of JSON its own library says what is wrong.
    also = (ROOT / "assistant/batch.py", Path(json.decoder.__file__))
    words = "\n".join(
        " ".join(node.value.split())
        for tree in (*(tree for _, tree in sources()), *map(parsed, also))
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    words += "\n".join(map(os.strerror, errno.errorcode))  # what the system says for its part
    gone = [
        f"{name}: {part}"
        for name, parts in own_words().items()
        for part in parts
        if part not in words
    ]
    assert gone == []


@pytest.mark.parametrize("language", OTHERS)
def test_an_error_is_told_with_what_it_leaves_open(language: str) -> None:
    said = "No para. 99 in CTOC/COP/WG.4/2011/8; it has paras. 1–98 and an annex with 8 entries."
    with speaking(language):
        told = retold(said)
    assert told != said
    assert "para. 99" in told
    assert "CTOC/COP/WG.4/2011/8" in told
    assert "it has" not in told


def test_english_and_what_nobody_knows_stay_as_they_are() -> None:
    assert retold("No such thing. Or is there?") == "No such thing. Or is there?"
    with speaking("fr"):
        assert retold("No such thing. Or is there?") == "No such thing. Or is there?"
        assert retold("") == ""


@pytest.mark.parametrize("language", OTHERS)
def test_catalogues_leave_open_no_more_than_english_does(language: str) -> None:
    known = messages(DEFAULT)
    for name, values in messages(language).items():
        if name.startswith(ENGINE):
            assert values <= known[name], name


def test_a_hostile_text_is_read_in_a_bounded_time() -> None:
    with speaking("fr"):
        for text in ("No " * 600, "a. " * 600, "is a folder. " * 150, " has " * 390):
            assert len(retold(text)) >= len(text) // 2


def test_what_is_left_open_stays_as_it_is() -> None:
    name = "it has 8 entries and 2 entries.pdf"
    with speaking("fr"):
        assert name in retold(f"{name} is a folder. Name the files in it.")
        assert retold(name) == name


ENGLISH = re.compile(
    r"\b(?:the|is|it|its|was|has|have|not|cannot|be|are|and|or|of|to|in|that|which|this|with|than|"
    r"more|save|split|again|missing|must|English|German)\b"
)
"""Words that no French or Spanish text has."""


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return an archive of these members; `zipfile` lets any name pass."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


BAD_FILES = {
    "old.doc": b"\xd0\xcf\x11\xe0" + bytes(600),
    "rich.rtf": b"{\\rtf1}",
    "empty.txt": b"",
    "null.txt": b"a\x00b",
    "half.txt": b"\xff\xfea",
    "broken.pdf": b"%PDF-1.4",
    "pictures.pdf": make_pdf([[], []]),
    "packed.zip": packed({"a.txt": b"1. One."}),
    "nothing.docx": make_docx(""),
    "dtd.docx": zip_parts({"word/document.xml": "<!DOCTYPE a><a/>", "[Content_Types].xml": "<a/>"}),
    "other.docx": zip_parts({"word/document.xml": "<a/>", "[Content_Types].xml": "<a/>"}),
    "login.html": b"<html><body><p>Log in with your password.</p></body></html>",
    "sidecar.json": b'{"what": 1, "title": 2, "aliases": "a", "renditions": ["../a.txt"]}',
    "no-object.json": b"[]",
}
BAD_ARCHIVES = {
    "outside.zip": {"../a.txt": b"1. One."},
    "without.zip": {"a.png": b"1"},
    "inner.zip": {"b.zip": packed({"c.zip": packed({"d.zip": packed({})})})},
    "damaged.zip": {"b.zip": b"PK"},
    "sidecar.zip": {"a.json": b'{"symbol": "A", "title": "A", "renditions": ["b.txt"]}'},
}
SENTENCE = "The committee met in the autumn to hear the reports of its members. "
FRENCH = (
    "Le comité se réunit deux fois par an, en mars et en octobre, et ses séances sont ouvertes. "
)


def numbered(*numbers: int, words: str = SENTENCE) -> str:
    return "".join(f"{number}. {words}\n\n" for number in numbers)


BAD_TEXTS = {
    "short": "1. One.\n\n2. Two.\n",
    "word": "Once\n",
    "gaps": numbered(2, 3, 7, 9, 12, 15, 20, 25),
    "repeats": numbered(1, 2, 3, 4, 5, 5, 6),
    "French": numbered(1, 2, words=FRENCH * 10),
    "two languages": numbered(1, 2, 3, words=SENTENCE * 9) + numbered(4, 5, 6, words=FRENCH * 9),
    "wrong encoding": numbered(1, words=SENTENCE.replace("members", "membersâ€™ Ã©tude") * 20),
    "single letters": numbered(1, words=" ".join(SENTENCE) * 10),
    "unknown": numbered(1, words=SENTENCE.replace("committee", "com\ue000it\ue001") * 20),
    "no vowels": numbered(1, words=re.sub("[aeiou]", "", SENTENCE) * 20),
    "capitals and signs": numbered(1, words="The comMittee heArd rep^orts of memb;ers. " * 20),
    "no blanks": numbered(1, words=(SENTENCE.replace(" ", "") + " ") * 30),
}


def english_in(language: str, said: str, *left_open: str) -> str:
    """Return what is still English where a text is told in a language, but for what is left open.

    The whole text is returned if it has not been told at all.
    """
    with speaking(language):
        told = retold(said)
    for text in left_open:
        told = told.replace(text, "")
    return told if told == said or ENGLISH.search(told) else ""


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", BAD_FILES)
def test_why_a_file_is_refused_is_told(name: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BAD_FILES[name])
    with pytest.raises(PinciteError) as raised:
        load_document(path)
    left_open = ("PDFium: Data format error", "Failed to load document", "log in, password")
    assert not english_in(language, str(raised.value), str(path), "pincite inspect", *left_open)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", BAD_ARCHIVES)
def test_why_an_archive_is_refused_is_told(name: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(packed(BAD_ARCHIVES[name]))
    refusals = [candidate.refusal for candidate in collect([path])]
    assert all(refusals)
    assert not any(english_in(language, refusal, str(path)) for refusal in refusals)


@pytest.mark.parametrize("language", OTHERS)
def test_why_a_file_is_not_there_is_told(language: str, tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path / "*.txt", tmp_path):
        with pytest.raises(PinciteError) as raised:
            collect([path])
        assert not english_in(language, str(raised.value), str(tmp_path))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", BAD_TEXTS)
def test_flags_and_faults_are_told(name: str, language: str) -> None:
    source = replace(source_from_text(BAD_TEXTS[name]), name="A_RES_1_2.txt")
    reading = parse(source)
    found = [*find_flags(source, reading, guess_metadata(source, reading, source.name))]
    assert found
    assert not any(english_in(language, one.detail) for one in (*found, *reading.problems))


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_without_text_and_unlike_renditions_are_told(language: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(make_pdf([[Text(72, 700, "1. The committee met again in the autumn.")], []]))
    assert not any(english_in(language, one.detail) for one in examine(path).flags)
    one, two = (
        parse(source_from_text("".join(f"{n}. {word} said so.\n\n" for n in numbers)))
        for word, numbers in (("He", range(1, 30)), ("She", range(3, 33)))
    )
    differences = compare_renditions(one, two, "b.pdf")
    assert len(differences) > 20
    assert not any(english_in(language, one.detail) for one in differences)


@pytest.mark.parametrize("language", OTHERS)
def test_what_befell_a_reader_is_told(language: str) -> None:
    for work, job in ((time.sleep, 60), (os._exit, 3), (partial(int, base=8), "9")):
        worker: Worker[object, object] = Worker(work, Limits(seconds=1))  # type: ignore[arg-type]
        said = f"a.pdf {worker.do(job).fault}"
        worker.close()
        assert not english_in(language, said, "pincite inspect FILE")


def test_parts_are_told_apart() -> None:
    said = (
        "a.json: 'b' must be text; 'c' must be a list of texts; 'd' must be text. Correct the file."
    )
    with speaking("es"):
        assert retold(said) == (
            "a.json: 'b' debe ser un texto; 'c' debe ser una lista de textos; "
            "'d' debe ser un texto. Corrija el archivo."
        )
    with speaking("fr"):
        assert retold("About 25% of the text is not in English: French, sv.").endswith(
            "n’est pas en anglais\u00a0: français, sv."
        )


def test_parts_in_parts_without_end_are_left_as_they_are() -> None:
    with speaking("fr"):
        for part in ("a; ", "a, ", "it has ", "a or "):
            assert retold(f"The text is in {part * 600}.")
            assert retold(f"No a in b; {part * 100}.")
            assert retold(f"a: {part * 200}. Correct the file.")


@pytest.fixture(scope="module")
def report() -> Document:
    return load_document(shipped_report_path())


WRONG_REFERENCES = (
    "140",
    "6 (a)",
    "51 (z)",
    "51 (j) (xx)",
    "51 (a)–(z)",
    "50–140",
    "annex II",
    "annex, A/9",
    "Foreword:1",
    "A/1/1, para. 5",
    "",
    "5\x00",
    "9–6",
    "6–51 (a)",
    "qué",
)
LEFT_OPEN = ("pincite index FILE", "CTOC/COP/WG.4/2011/8")


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("text", WRONG_REFERENCES)
def test_why_a_reference_names_nothing_is_told(text: str, language: str, report: Document) -> None:
    with pytest.raises(PinciteError) as raised:
        resolve(parse_reference(text), Catalogue([report]))
    assert not english_in(language, str(raised.value), *LEFT_OPEN)


HEADINGS = make_document("A/1", "1|A and B:1|C; D:1|E has F:1|G:1|H:1")
MANY = make_document("Handbook and Guide", "|".join(map(str, range(2, 101, 2))))
EVERY = (REPORT, NOTE, HEADINGS, MANY, *(make_document(f"E/{n}", "1|2") for n in range(20)))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("documents", [EVERY[at : at + n] for n in (1, 2, 4) for at in range(4)])
def test_what_documents_have_is_told_in_their_own_words(
    documents: tuple[Document, ...], language: str
) -> None:
    catalogue = Catalogue(documents)
    for text in ("999", "annex II, Zeta", "annex I, para. 99", "1–999", "4 (z)"):
        with pytest.raises(PinciteError) as raised:
            Lookup(catalogue, Shelf(catalogue)).find(parse_reference(text))
        names = ("Handbook and Guide", "“A and B”", "“C; D”", "“E has F”", "A/1/L.1 and Add.1")
        own = tuple(name for name in names if name in str(raised.value))
        with speaking(language):
            assert all(name in retold(str(raised.value)) for name in own)
        assert not english_in(language, str(raised.value), *own)


def test_what_a_document_has_is_told_piece_by_piece() -> None:
    with pytest.raises(PinciteError) as raised:
        resolve(parse_reference("9"), Catalogue([NOTE]))
    with speaking("es"):
        assert retold(str(raised.value)) == (
            "No hay para. 9 en A/80/66; contiene introductory text, para. 1; "
            "paras. 1, 2, 4, 131, 131.1–131.3 y 132; annex I con paras. 1 y 2; "
            "annex II con 5 entradas; texto bajo “Summary”."
        )
    with speaking("fr"):
        assert retold("No para. 5 (a) in A/1; para. 5 has no sub-paragraphs.") == (
            "Introuvable dans A/1\u00a0: para. 5 (a)\u202f; para. 5 n’a pas d’alinéas."
        )


@pytest.mark.parametrize("language", OTHERS)
def test_where_a_question_may_not_look_is_told(language: str) -> None:
    catalogue = Catalogue(EVERY)
    shelf = Shelf(catalogue)
    lookup = Lookup(catalogue, shelf)
    for work in (
        lambda: lookup.only(parse_reference("1")),
        lambda: lookup.find(parse_reference("E/1, para. 1"), ["E/2", "E/3"]),
        lambda: resolve(parse_reference("E/1, para. 1"), catalogue, "E/2"),
        lambda: lookup.find(parse_reference("999")),
        lambda: catalogue.document("E/99"),
        lambda: catalogue.unit("E/1", "99"),
        lambda: shelf.select(Scope(documents=("E/98", "E/99"))),
        lambda: shelf.select(Scope(bodies=("Council",))),
        lambda: shelf.select(Scope(sections=("Budget",))),
        lambda: shelf.select(Scope(since="2024", until="2023")),
        lambda: shelf.select(Scope(since="soon")),
        lambda: shelf.select(Scope(since="2024")),
        lambda: shelf.select(Scope(texts=("tables",))),
        lambda: read_question("?"),
    ):
        with pytest.raises(PinciteError) as raised:
            work()
        said = str(raised.value)
        left_open = ("pincite index FILE", "Handbook and Guide", "Who chaired the meeting")
        assert not english_in(language, said, *left_open, "There are: none"), said


@pytest.mark.parametrize("language", OTHERS)
def test_why_a_reference_in_a_document_leads_nowhere_is_told(language: str) -> None:
    document = note(
        "See paragraph 9 below.",
        "As said in paragraph 3 above.",
        "See para. 2 (a) above.",
        "See paragraph 2 below.",
        "See annex II.",
    )
    lists = note("One.", behind=TWO_LISTS.replace("paragraph 1", "paragraph 9"))
    unresolved = [*find_links(document).unresolved, *find_links(lists).unresolved]
    assert len(unresolved) > 4
    for one in unresolved:
        assert not english_in(language, one.reason), one.reason


@pytest.mark.parametrize("language", OTHERS)
def test_why_a_library_cannot_be_used_is_told(
    language: str, copied_home: Path, tmp_path: Path
) -> None:
    folder = current_generation(copied_home)
    manifest = read_manifest(folder)
    file = tmp_path / "file"
    file.write_text("")

    def open_damaged(name: str, text: str | None) -> None:
        path = folder / name
        before = path.read_bytes()
        try:
            path.unlink()
            if text is not None:
                path.write_text(text)
            open_library(copied_home)
        finally:
            path.write_bytes(before)

    left_open = (*LEFT_OPEN, "SentenceTransformer.save")
    for work in (
        lambda: current_generation(tmp_path),
        lambda: open_damaged("manifest.json", None),
        lambda: open_damaged("manifest.json", '{"format_version": 1}'),
        lambda: open_damaged("passages.jsonl", "{"),
        lambda: check_files(folder, replace(manifest, files={"a": 1, "manifest.json": 1000})),
        lambda: check_model(manifest, copied_home, "another"),
        lambda: parts_of("a+a"),
        lambda: locate(str(tmp_path)),
        lambda: locate(str(tmp_path / "none")),
        lambda: remove_documents(copied_home, ["E/1", "E/2"], lambda *_: None),
        lambda: save_mark(file / "questions.jsonl", Mark("Why?", (), "near", None, ())),
    ):
        with pytest.raises(PinciteError) as raised:
            work()
        assert not english_in(language, str(raised.value), str(tmp_path), *left_open)
    with building(copied_home), pytest.raises(PinciteError) as raised, building(copied_home):
        pass
    assert not english_in(language, str(raised.value), str(copied_home))
    with pytest.raises(PinciteError) as raised:
        Settings(hits=0)
    assert not english_in(language, str(raised.value), "Input should be greater than or equal to 1")


FAULTY_LINES: tuple[object, ...] = (
    '{"id": "q-1"',
    '{"id" "q-1"}',
    "{id}",
    '{"id": }',
    '{"id": "q',
    '{"id": "\t"}',
    '{"id": "\\q"}',
    '{"id": "\\uq"}',
    "{} {}",
    "[1]",
    {"id": 3, "kind": "fact", "labels": ["1"], "answer": 3},
    {**GOOD, "gold": "1", "evidence": [{"label": "1"}], "acceptable": ["2", "2"]},
    {**GOOD, "id": "q 1", "kind": "directly"},
    {**GOOD, "id": "q-2", "kind": "near"},
    {**GOOD, "gold": [], "evidence": [], "answer": ""},
    {**GOOD, "id": "q-3", "gold": [], "history": ["Who?"]},
    {**GOOD, "id": "q-4", "acceptable": ["1"], "evidence": []},
    {**GOOD, "id": "q-5", "evidence": [{"label": "9", "quote": "x"}]},
    {**GOOD, "id": "q-6", "kind": "multi"},
    {**GOOD, "id": "q-7", "kind": "multi", "gold": ["1", "3"]},
)
CHECK = "python -m eval check --help"


def questions_in(path: Path, *lines: object) -> Path:
    texts_of_lines = (one if isinstance(one, str) else json.dumps(one) for one in lines)
    path.write_text("\n".join(texts_of_lines), encoding="utf-8")
    return path


def refused(path: Path, catalogue: Catalogue | None = None) -> QuestionSetError:
    """Return why a set of questions cannot be used, at all or with these documents."""
    with pytest.raises(QuestionSetError) as raised:
        judge_set(load_questions(path), catalogue or Catalogue([]))
    assert all(map(tells_entry, raised.value.problems))
    return raised.value


@pytest.mark.parametrize("language", OTHERS)
def test_why_a_set_of_questions_is_refused_is_told(language: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    faulty = refused(questions_in(path, *FAULTY_LINES, *FAULTY_LINES[-1:]))
    assert {fault.split(":")[0] for fault in faulty.problems} == {
        f"line {number}" for number in range(1, len(FAULTY_LINES) + 2)
    }
    assert not english_in(language, str(faulty), str(path), CHECK)
    with speaking(language):
        assert ", ".join(KINDS) in retold(str(faulty))
        assert '{"label": "…", "quote": "…"}' in retold(str(faulty))
    assert not english_in(language, str(refused(questions_in(path))), str(path), CHECK)
    path.write_bytes(b"\xff")
    assert not english_in(language, str(refused(path)), str(path), CHECK)
    assert not english_in(language, str(refused(tmp_path)), str(tmp_path), CHECK)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("documents", [(), (REPORT, NOTE), (HEADINGS,), (MANY,)])
def test_why_a_set_does_not_fit_a_library_is_told(
    documents: tuple[Document, ...], language: str, tmp_path: Path
) -> None:
    questions = [
        {**GOOD, "id": f"q.{number}", "document": document, "gold": [label, "annex “C; D”"]}
        for number, (document, label) in enumerate(product(("Rules and Orders", None), "19"))
    ]
    evidence = {"evidence": [{"label": "annex “C; D”", "quote": "x"}]}
    path = questions_in(tmp_path / "a, b.jsonl", *({**one, **evidence} for one in questions))
    said = str(refused(path, Catalogue(documents)))
    left_open = ("Rules and Orders", "Handbook and Guide", "annex “C; D”")
    assert not english_in(language, said, str(path), CHECK, *left_open)
    with speaking(language):
        assert all(name in retold(said) for name in left_open if name in said)


def test_faults_of_a_set_are_told_one_by_one(tmp_path: Path) -> None:
    path = questions_in(
        tmp_path / "mine.jsonl", "{} {}", {**GOOD, "kind": "a"}, {**GOOD, "id": "q 2"}
    )
    said = str(refused(path)).replace(", ".join(KINDS), "direct, near")
    with speaking("es"):
        assert retold(said) == (
            f"{path} contiene 3 errores: línea 1: JSON no válido (sobran datos, columna 4); "
            "línea 2: no existe el tipo 'a' (tipos admitidos: direct, near); "
            "línea 3: id 'q 2' solo puede contener letras y cifras, además de '.', '_' y '-'. "
            f"Para conocer el formato: {CHECK}"
        )
        # What has a semicolon of its own may stay English; what stands around it does not.
        assert retold(said.replace("'q 2'", "'q; 2'")).startswith(retold(said).split("línea 3")[0])
    with speaking("fr"):
        assert retold(said).replace("\u202f", " ").replace("\u00a0", " ") == (
            f"{path} comporte 3 anomalies : ligne 1 : JSON non valide (données en trop, "
            "colonne 4) ; ligne 2 : le type 'a' n’existe pas (types admis : direct, near) ; "
            "ligne 3 : id 'q 2' ne peut contenir que des lettres et des chiffres, ainsi que "
            f"'.', '_' et '-'. Pour connaître le format : {CHECK}"
        )


@pytest.mark.parametrize("language", OTHERS)
def test_hundreds_of_faults_are_told(language: str, tmp_path: Path) -> None:
    questions = ({**GOOD, "id": f"q-{number}", "document": "A/1"} for number in range(300))
    path = questions_in(tmp_path / "mine.jsonl", *questions)
    said = str(refused(path, Catalogue([NOTE])))
    with speaking(language):
        assert retold(said).count("document") == 300 or retold(said).count("documento") == 300
        assert "no document" not in retold(said)


@pytest.mark.parametrize("language", OTHERS)
def test_why_results_cannot_be_kept_or_read_is_told(language: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("[")
    (tmp_path / "results.json").write_text('{"format": 2}')
    (tmp_path / "old.json").write_text('{"format": 1}')
    for work in (
        lambda: make_folder(file),
        lambda: make_folder(file / "results"),
        lambda: read_record(tmp_path / "none"),
        lambda: read_record(file),
        lambda: read_record(tmp_path / "old.json"),
        lambda: read_run(tmp_path),
    ):
        with pytest.raises(PinciteError) as raised:
            work()
        said = str(raised.value)
        assert not english_in(language, said, str(tmp_path), "python -m eval run"), said
