"""``python -m tests.generator --out DIR``: a mixed folder of documents, with what is in them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tests.generator import document


@click.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--documents", default=100, show_default=True, type=click.IntRange(1))
@click.option("--years", default="2020-2025", show_default=True, help="First and last year.")
@click.option("--seed", default=1, show_default=True)
@click.option("--kind", help="Only this kind; all kinds without it.")
@click.option("--format", "format_", help="Only this format; all formats without it.")
@click.option(
    "--evasion",
    multiple=True,
    metavar="FRACTIE=SHARE",
    help="How often answers to a fractie have a device; may be given more than once.",
)
def main(
    out: Path,
    documents: int,
    years: str,
    seed: int,
    kind: str | None,
    format_: str | None,
    evasion: tuple[str, ...],
) -> None:
    """Write made-up documents to DIR, and to DIR/gold what must come out of each."""
    first, _, last = years.partition("-")
    shares = {name: float(share) for name, _, share in (one.partition("=") for one in evasion)}
    (out / "documents").mkdir(parents=True, exist_ok=True)
    (out / "gold").mkdir(exist_ok=True)
    for at in range(documents):
        made = document(
            seed * 100_000 + at,
            kind,
            format_,
            years=(int(first), int(last or first)),
            evasion=shares or 0.15,
        )
        (out / "documents" / made.name).write_bytes(made.data)
        gold = json.dumps(made.gold.as_json(), ensure_ascii=False, indent=1)
        (out / "gold" / f"{made.name}.json").write_text(gold, encoding="utf-8")
    click.echo(
        f"{documents} documents in {out / 'documents'}; what is in them is in {out / 'gold'}."
    )


if __name__ == "__main__":
    main()
