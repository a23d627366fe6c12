"""`python -m eval`: scores Pincite and the baselines, and checks question sets."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli import STATED_ERROR, Edge
from assistant.commands.options import AsJson, Quiet
from assistant.commands.streams import console, note, progress_bar, use_utf8, write_json
from eval.commands import (
    ablation,
    compare,
    gate,
    new,
    parse,
    parse_gold,
    report,
    split,
    sweep,
    train,
)
from eval.commands.collection import Collection, Data, Limit, run_collection
from eval.commands.peers import installed_systems, note_missing_peers
from eval.library import SYSTEMS

app = typer.Typer(
    name="eval",
    cls=Edge,
    help="Scores Pincite and what it is compared with on questions with known right citations.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

RUN_EXAMPLES = """[bold]Examples[/bold]
  python -m eval                            the report set; Pincite, baselines and peers
  python -m eval run --set tune             the set that settings may be fitted on
  python -m eval run --set mine.jsonl --home ~/.local/share/pincite
  python -m eval run --system pincite --json
  python -m eval run --system pincite --run other.trec
  python -m eval run --collection obliqa --data FOLDER
"""

CHECK_EXAMPLES = """[bold]A line of a set[/bold] (docs/evaluation.md says more)
  {"id": "q-1", "kind": "direct", "question": "Who chaired the meeting?", "history": [],
   "gold": ["3"], "acceptable": [], "evidence": [{"label": "3", "quote": "verbatim words"}],
   "answer": "The reference answer, in a few words."}

[bold]Examples[/bold]
  python -m eval check                      both shipped sets, each and against each other
  python -m eval check mine.jsonl
"""

FIT_EXAMPLES = """[bold]Examples[/bold]
  python -m eval fit                        print what the tune set asks for
  python -m eval fit --output assistant/calibration.json
"""

Home = Annotated[
    Path | None,
    typer.Option(
        "--home",
        metavar="FOLDER",
        help="Use the library in this data folder. By default one of the shipped report alone "
        "is kept apart, so that the figures do not depend on your own.",
    ),
]


@app.command("run", epilog=RUN_EXAMPLES)
def run_command(
    set_name: Annotated[
        str,
        typer.Option("--set", "--split", metavar="SET", help="tune, report, or a questions file."),
    ] = "report",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FOLDER",
            show_default=False,
            help="Where the results go; eval-results/SET by default, over those of the last run.",
        ),
    ] = None,
    system: Annotated[
        list[str] | None,
        typer.Option(
            "--system",
            metavar="NAME",
            show_default=False,
            help=f"One of {', '.join(SYSTEMS)}; repeatable. All by default.",
        ),
    ] = None,
    run_files: Annotated[
        list[Path] | None,
        typer.Option(
            "--run",
            metavar="FILE.trec",
            show_default=False,
            help="A run that any other program made, scored as one more system; repeatable.",
        ),
    ] = None,
    home: Home = None,
    collection: Collection = None,
    data: Data = None,
    limit: Limit = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Ask every question of a set and measure what is ranked, cited and refused.

    Prints the tables, and writes results.json, tables.md, and TREC qrels and run files.
    """
    from eval.library import open_settings, open_systems
    from eval.questions import find_set, load_questions
    from eval.report.recorded import read_run
    from eval.report.write import write_report
    from eval.results import make_folder, write_results
    from eval.run_file import open_runs
    from eval.runner import evaluate
    from eval.table import draw, grids

    if unknown := set(system or ()) - set(SYSTEMS):
        hint = f"no system {', '.join(sorted(unknown))}; there are {', '.join(SYSTEMS)}"
        raise typer.BadParameter(hint, param_hint="--system")
    if collection is not None:
        run_collection(collection, data, limit, system or (), output, as_json=as_json, quiet=quiet)
        return
    names = system or installed_systems()
    questions = load_questions(find_set(set_name))
    folder = output or Path("eval-results") / questions.name
    make_folder(folder)
    with progress_bar(quiet=quiet) as advance:
        settings = open_settings(home, advance)
        systems, catalogue = open_systems(names, settings)
        runs = open_runs(run_files or (), catalogue, names)
        evaluation = evaluate(questions, (*systems, *runs), catalogue, progress=advance)
    record = write_results(evaluation, folder)
    write_report([read_run(folder)], folder)
    if as_json:
        write_json(record)
        return
    shown = console()
    for grid in grids(evaluation):
        shown.print(draw(grid))
    if not quiet:
        if not system:
            note_missing_peers()
        note(f"Written to {folder}")


@app.command("check", epilog=CHECK_EXAMPLES)
def check_command(
    question_set: Annotated[
        str | None,
        typer.Argument(
            metavar="SET",
            show_default=False,
            help="tune, report, or a file of questions; both shipped sets by default.",
        ),
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Say what is wrong with a question set: labels, quotes, wording, repeats.

    Errors make a set unfit and give exit status 1; notes are for a person to judge.
    """
    from eval.check import check_sets
    from eval.library import open_catalogue
    from eval.questions import SHIPPED, find_set

    paths = [find_set(name) for name in ([question_set] if question_set else SHIPPED)]
    findings = check_sets(paths, open_catalogue(home))
    errors = sum(finding.severity == "error" for finding in findings)
    if as_json:
        write_json({"errors": errors, "findings": [asdict(finding) for finding in findings]})
    else:
        shown = console()
        for finding in findings:
            where = f"{finding.set} {finding.question}".strip()
            shown.print(f"{finding.severity:5}  {where}: {finding.text}", soft_wrap=True)
    if errors:
        note(f"{errors} to mend in {' and '.join(str(path) for path in paths)}")
        raise typer.Exit(STATED_ERROR)


@app.command("fit", epilog=FIT_EXAMPLES)
def fit_command(
    set_name: Annotated[
        str, typer.Option("--set", metavar="SET", help="tune, or a file of questions of your own.")
    ] = "tune",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            show_default=False,
            help="The file of profiles that gets the one for these models; printed by default.",
        ),
    ] = None,
    home: Home = None,
    quiet: Quiet = False,
) -> None:
    """Fit the fusion weights, citation margins, confidence and threshold on tuning questions.

    The models are those of the settings (PINCITE_MODEL); each choice has a profile of its own.
    The report set is refused: what is measured on a set must not be fitted on it.
    """
    from eval.calibrate import fit_calibration, write_profile
    from eval.library import open_settings
    from eval.questions import find_set, load_questions

    if find_set(set_name) == find_set("report"):
        raise typer.BadParameter(
            "figures come from the report set; fit on tune", param_hint="--set"
        )
    from assistant.factory import open_assistant

    questions = load_questions(find_set(set_name))
    with progress_bar(quiet=quiet) as advance:
        assistant = open_assistant(open_settings(home, advance))
        profile = fit_calibration(questions, assistant, advance)
    model = assistant.library.manifest.model
    if output is None:
        typer.echo(json.dumps({model: profile}, indent=2))
    else:
        write_profile(output, model, profile)


app.command("new", epilog=new.EXAMPLES)(new.new)
app.command("split", epilog=split.EXAMPLES)(split.split)
app.command("report", epilog=report.EXAMPLES)(report.report)
app.command("compare", epilog=compare.EXAMPLES)(compare.compare)
app.command("sweep", epilog=sweep.EXAMPLES)(sweep.sweep)
app.command("ablation", epilog=ablation.EXAMPLES)(ablation.ablation)
app.command("train", epilog=train.EXAMPLES)(train.train)
app.command("gate", epilog=gate.EXAMPLES)(gate.gate)
app.command("parse", epilog=parse.EXAMPLES)(parse.parse)
app.command("parse-gold", epilog=parse_gold.EXAMPLES)(parse_gold.parse_gold)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 a stated error, 2 wrong usage.

    Without a command it is ``run``.
    """
    use_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given.insert(0, "run")
    try:
        app(args=given, prog_name="python -m eval")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
