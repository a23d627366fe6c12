"""`pincite ask`: one question, or a file of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import (
    AllRevisions,
    AsJson,
    Batch,
    Bodies,
    Documents,
    Kinds,
    Languages,
    Quiet,
    Sections,
    Since,
    Texts,
    Until,
    all_readable,
    make_scope,
    readable,
)
from assistant.commands.streams import console, note, track, write_json

if TYPE_CHECKING:
    from assistant.scope import Scope

EXAMPLES = """[bold]Examples[/bold]
pincite ask "Who chaired the meeting?"
pincite ask "What does para. 51 (j) (iii) say?" --json
pincite ask "Who chaired the meeting?" --explain
pincite ask "And for children?" --history "What help is there for victims?"
pincite ask --batch questions.jsonl --output answers.jsonl

pincite ask "What was said about famine?" --body "Security Council" --since 2024
pincite ask "In A/HRC/27/3, what did Norway recommend?"

A line of questions.jsonl; all but id and question may be left out:
{"id": "q1", "question": "And men?", "history": ["Who gets help?"],
 "document": "CTOC/COP/WG.4/2011/8"}
Instead of document there may be documents, body, since, until, language, document_kind.
"""


def ask(
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="QUESTION",
            callback=readable,
            help="What you want to know, in your own words.",
        ),
    ] = None,
    as_json: AsJson = False,
    document: Documents = None,
    body: Bodies = None,
    since: Since = "",
    until: Until = "",
    language: Languages = None,
    kind: Kinds = None,
    section: Sections = None,
    text: Texts = None,
    all_revisions: AllRevisions = False,
    history: Annotated[
        list[str] | None,
        typer.Option(
            "--history",
            metavar="QUESTION",
            callback=all_readable,
            help="An earlier question of the same chat, oldest first; may be repeated.",
        ),
    ] = None,
    batch: Batch = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="OUT.jsonl",
            help="Where the answers to --batch go, one JSON object a line, in the order of the "
            "questions; standard output by default. The file appears whole or not at all.",
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Say why: what made each of the best paragraphs win, and how sure the answer is. "
            "JSON always says so, in its field explanation.",
        ),
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Answer a question with the exact paragraphs that the answer rests on.

    The answer quotes the library word for word. If the library does not answer, it says so
    and names the nearest paragraphs. A document that the question names, by its symbol or by
    words of its title, is looked in first. Nothing leaves this machine.
    """
    scope = make_scope(document, body, since, until, language, kind, all_revisions, section, text)
    if batch is None:
        if question is None:
            raise typer.BadParameter("give a question, or --batch FILE", param_hint="QUESTION")
        if output is not None:
            raise typer.BadParameter("it goes with --batch FILE", param_hint="--output")
        earlier = tuple(history or ())
        _ask_one(question, earlier, scope, as_json=as_json, explain=explain, quiet=quiet)
        return
    if question is not None:
        raise typer.BadParameter("give a question or --batch, not both", param_hint="QUESTION")
    if explain:
        raise typer.BadParameter("a batch explains in JSON anyway", param_hint="--explain")
    if history:
        raise typer.BadParameter("in a batch, each line has its own", param_hint="--history")
    _ask_batch(batch, output or Path("-"), scope, quiet=quiet)


def _ask_one(
    question: str,
    history: tuple[str, ...],
    scope: Scope,
    *,
    as_json: bool,
    explain: bool,
    quiet: bool,
) -> None:
    from assistant.factory import open_assistant
    from assistant.settings import Settings

    answer = open_assistant(Settings()).ask(question, history=history, scope=scope)
    if as_json:
        from assistant.json_format import answer_json

        write_json(answer_json(answer))
        return
    from assistant.render import answer_lines, explanation_lines, write_lines

    write_lines(console(), answer_lines(answer, brief=quiet))
    if explain:
        note_too = answer.scope_note if quiet else ""
        write_lines(console(), explanation_lines(answer.explanation, note_too))


def _ask_batch(batch: Path, output: Path, scope: Scope, *, quiet: bool) -> None:
    from assistant.batch import answer_batch, check_writable, open_whole, read_batch
    from assistant.factory import open_assistant
    from assistant.json_format import dumps
    from assistant.settings import Settings

    lines = read_batch(batch, scope=scope)
    check_writable(output)
    assistant = open_assistant(Settings())
    assistant.shelf.select(scope)
    failed = 0
    with open_whole(output) as stream:
        answers = answer_batch(assistant, lines)
        for answer in track(answers, len(lines), "Answering", quiet=quiet):
            failed += "error" in answer
            stream.write(dumps(answer) + "\n")
    if failed and not quiet:
        note(f"{failed} of {len(lines)} questions could not be answered: see their field error.")
