"""The command line: documents to tables, tables to a report."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from analysis.errors import AnalysisError

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE_OR_FOLDER = click.Path(path_type=Path)

# What the commands have in common that make one table out of another.
_from_file = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
_to_file = click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write: CSV or Parquet, by its ending.",
)


class _Failure(click.ClickException):
    """What could not be done, in a sentence, with the exit status that goes with it."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.exit_code = status

    def show(self, file: IO[Any] | None = None) -> None:
        for line in self.message.splitlines():
            click.echo(f"antwoordanalyse: {line}", err=True)


@contextmanager
def _sentences() -> Iterator[None]:
    """Show what a user can do something about as a sentence instead of a traceback."""
    try:
        yield
    except AnalysisError as error:
        raise _Failure(str(error)) from error
    except KeyboardInterrupt as error:
        raise _Failure("stopped before the end; nothing was replaced.", status=130) from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise _Failure(f"{place}{error.strerror or error}.") from error


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, 1 could not be done (a sentence says why), 2 wrong usage.",
)
def commands() -> None:
    """Analyse how the Dutch government answers the written questions of parliament.

    `tables` reads documents and makes tidy tables of their questions and answers; `report` runs
    the notebooks on the tables and makes a report of web pages and figures.
    """


@commands.command()
@click.argument("paths", nargs=-1, required=True, type=_FILE_OR_FOLDER)
@click.option("--out", required=True, type=_FOLDER, help="The folder to write the tables in.")
@click.option(
    "--corrections",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Corrections by hand, a CSV file.  [default: data/corrections.csv of the project]",
)
def tables(paths: tuple[Path, ...], out: Path, corrections: Path | None) -> None:
    """Read documents and write tables (Parquet) of their questions and answers.

    PATHS are documents, or folders of documents: PDF, DOCX, ODT, XML, HTML or plain text.
    """
    with _sentences():
        _make_tables(list(paths), out, corrections)


@commands.command()
@click.option(
    "--run",
    "run_file",
    type=click.Path(path_type=Path),
    help="What to make: a YAML file.  [default: reports/runs/default.yml of the project]",
)
@click.option(
    "-p",
    "overrides",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="Give a parameter of the notebooks another value; may be given more than once.",
)
@click.option(
    "--tables",
    "tables_given",
    type=_FOLDER,
    help="The folder of the tables.  [default: data/processed of the project, made from data/raw "
    "if it is not there]",
)
@click.option(
    "--out",
    type=_FOLDER,
    help="The folder of the report; an earlier report in it is replaced.  "
    "[default: reports/NAME of the project, after the name of the run file]",
)
@click.option("--force", is_flag=True, help="Run also the notebooks that are up to date.")
def report(
    run_file: Path | None,
    overrides: tuple[tuple[str, str], ...],
    tables_given: Path | None,
    out: Path | None,
    force: bool,
) -> None:
    """Run the notebooks on the tables and make a report.

    The report is a folder: open the index.html in it. A run with `for_each` makes a report for
    each value, and an index above them.
    """
    with _sentences():
        from analysis import paths
        from analysis.report.runfile import read_run

        run_file = run_file or paths.reports_folder() / "runs" / "default.yml"
        run = read_run(run_file)
        folder = _tables_for_report(tables_given, run.documents.folder)
        from analysis.report.build import build_report
        from analysis.report.series import build_series

        out = (out or paths.reports_folder() / run_file.stem).resolve()
        build = build_series if run.for_each else build_report
        index = build(run, folder, out, overrides, force=force)
        click.echo(f"The report is ready: {paths.shown(index)}")


@commands.command()
@_from_file
@_to_file
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    help="Language of the evidence.  [default: nl]",
)
def judge(file: Path, out: Path, language: str) -> None:
    """Judge answers to questions: what was asked, and how far and how clearly it was answered.

    FILE is a CSV or Parquet file with the columns id, question and answer, and optionally
    numbers: the numbers of the questions that the answer was given to. Written is one row per id:
    coverage, clarity, status, n_asks, categories and evidence.
    """
    with _sentences():
        from analysis.measures.judgement import judge_pairs
        from analysis.measures.judgement.pairs import PAIR_COLUMNS
        from analysis.tables.flat import check_ending, read_flat, write_flat

        check_ending(out)
        judged = judge_pairs(read_flat(file, PAIR_COLUMNS), language)
        write_flat(judged, out)
        click.echo(f"Judged: {len(judged)}; written to {out}.")


@commands.command()
@_from_file
@_to_file
@click.option(
    "--k",
    "n_topics",
    type=click.IntRange(min=1),
    help="How many topics.  [default: what the texts themselves show]",
)
@click.option(
    "--ordered/--unordered",
    default=None,
    help="Whether the texts are of one document and neighbours make its topics.  [default: "
    "ordered for one document with a column order]",
)
@click.option("--embeddings", is_flag=True, help="Also use the multilingual model of that extra.")
def topics(
    file: Path, out: Path, n_topics: int | None, ordered: bool | None, embeddings: bool
) -> None:
    """Divide texts into topics: of one document by its order, or loose texts by their words.

    FILE is a CSV or Parquet file with the columns id and text, and optionally answer, document and
    order. Written is one row per id: topic, topic_name and stability, the share of pairs of the
    topic that stay together when part of the texts is left out.
    """
    with _sentences():
        from analysis.tables.flat import check_ending, read_flat, write_flat
        from analysis.topics.division import divide_table

        check_ending(out)
        found = divide_table(read_flat(file, ("id", "text")), n_topics, ordered, embeddings)
        write_flat(found, out)
        click.echo(f"Topics: {found['topic'].nunique()}, of {len(found)} texts; written to {out}.")


@commands.command()
@click.option(
    "--labels",
    type=_FOLDER,
    help="A folder with labels of your own; without it only those of the project are used.",
)
@click.option(
    "--tables",
    "tables_given",
    type=_FOLDER,
    help="The tables of the documents that --labels are about.",
)
@click.option(
    "--fit",
    is_flag=True,
    help="Fit the weights of the judgement anew on all labels, and write them into the codebook.",
)
@click.option(
    "--embeddings", is_flag=True, help="Evaluate topics with the model of that extra as well."
)
def evaluate(labels: Path | None, tables_given: Path | None, fit: bool, embeddings: bool) -> None:
    """Hold the instruments against the labels of readers, and print how often they agree.

    The figures are kept in data/annotations/evaluation.csv, without the labels themselves.
    """
    with _sentences():
        from analysis.evaluation import evaluate as run

        for line in run(labels, tables_given, fit, embeddings):
            click.echo(line)


@commands.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def clarity(folder: Path) -> None:
    """Score the part of the method that needs no Dutch on the English QEvasion data.

    FOLDER holds the data as published (train and test files); they may not be shipped here.
    """
    with _sentences():
        from analysis.evaluation.qevasion import clarity_table

        for line in clarity_table(folder):
            click.echo(line)


def main(name: str = "antwoordanalyse") -> None:
    """Run the command line of this process, called by a name."""
    commands(prog_name=name)


def _make_tables(paths: list[Path], out: Path, corrections: Path | None = None) -> None:
    """Make tables and say what is in them."""
    import sys

    from analysis.paths import corrections_file
    from analysis.tables import build_tables

    summary = build_tables(paths, out, sys.stderr.isatty(), corrections or corrections_file())
    for line in summary.lines():
        click.echo(line)


def _tables_for_report(given: Path | None, asked: str | None) -> Path:
    """Return the folder of the tables; make those of documents that have none yet.

    Parameters
    ----------
    given
        The folder of the command line, which goes before all else.
    asked
        The folder that the run names: of tables, or of documents. Tables are made of documents
        each time, in ``build/tables`` of the project, so that they are those of today.
    """
    from analysis import paths

    if given is not None:
        return paths.tables_folder(given.resolve())
    if asked is not None:
        folder = paths.project_root() / asked
        if (folder / "documents.parquet").is_file():
            return folder
        made = paths.tables_of_documents(folder)
        _make_tables([folder], made)
        return made
    if not paths.processed_folder().is_dir():
        raw, processed = paths.raw_folder(), paths.processed_folder()
        click.echo(f"There are no tables yet: making those of {paths.shown(raw)}.")
        _make_tables([raw], processed)
    return paths.tables_folder()
