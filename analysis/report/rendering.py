"""Filling in the templates: every page of a report has the same look and loads nothing."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from analysis.wording import Wording


def templates_folder() -> Path:
    """Return the folder of the templates and the style sheet."""
    return Path(__file__).parent / "templates"


def render(template: str, wording: Wording, **values: Any) -> str:
    """Return a page.

    Parameters
    ----------
    template : str
        The name of a file in the folder of templates.
    wording : Wording
        The language of the page.
    **values
        What the template asks for; text is escaped unless it is `markupsafe.Markup`.

    Returns
    -------
    str
        A whole HTML document, with its style in it.
    """
    return (
        _environment()
        .get_template(template)
        .render(
            language=wording.language,
            say=wording.say,
            lines=wording.lines,
            count=wording.count,
            date=wording.date,
            number=wording.number,
            script=Markup(_script()),
            script_hash=_hash(_script()),
            # Not escaped: in a style element quotation marks must stay what they are.
            css=Markup((templates_folder() / "style.css").read_text(encoding="utf-8")),
            **values,
        )
    )


@cache
def _script() -> str:
    return (templates_folder() / "table.js").read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """Return what a browser is told of the one script that it may run."""
    digest = hashlib.sha256(script.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode("ascii")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return environment
