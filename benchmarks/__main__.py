"""``python -m benchmarks [NAME...]``: run benchmarks, print their tables and keep them."""

from __future__ import annotations

import csv
import importlib
import os
import platform
from pathlib import Path

import click

_FOLDER = Path(__file__).parent


@click.command()
@click.argument("names", nargs=-1)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=_FOLDER / "results",
    help="The folder of the tables, as Markdown and CSV.  [default: benchmarks/results]",
)
def main(names: tuple[str, ...], out: Path) -> None:
    """Run the benchmarks, or those that are named (``reading`` is benchmarks/bench_reading.py)."""
    there = sorted(path.stem.removeprefix("bench_") for path in _FOLDER.glob("bench_*.py"))
    for name in names or there:
        if name not in there:
            raise click.BadParameter(f"there is no benchmark '{name}'; choose from {there}")
        module = importlib.import_module(f"benchmarks.bench_{name}")
        rows = module.run()
        text = page(name, module.TITLE, module.__doc__ or "", rows)
        click.echo(text)
        keep(out, name, text, rows)


def page(name: str, title: str, explanation: str, rows: list[dict[str, object]]) -> str:
    """Return a table in Markdown, with how it was made."""
    columns = list(rows[0])
    cells = [columns, ["---"] * len(columns), *([str(row[c]) for c in columns] for row in rows)]
    lines = ["| " + " | ".join(line) + " |" for line in cells]
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    made = f"Made by `python -m benchmarks {name}` on {machine}."
    return "\n".join([f"# {title}", "", explanation.strip(), "", *lines, "", made, ""])


def keep(out: Path, name: str, text: str, rows: list[dict[str, object]]) -> None:
    """Write a table to the folder of the results, in place of an earlier one."""
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{name}.md").write_text(text, encoding="utf-8")
    with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
