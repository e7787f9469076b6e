"""A run: what a report is made of: documents, notebooks, parameters, language and what to build."""

from datetime import date
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from analysis.wording import Language

DEFAULT_NOTEBOOKS = (
    "00-data-quality",
    "01-answer-length",
    "02-evasiveness-markers",
    "03-topic-clusters",
    "04-coverage-per-fractie",
)

Kind = Literal["verslag", "lijst", "nota", "aanhangsel", "brief", "vragen", "uitstel"]
Built = Literal["html", "pdf", "figures", "csv", "excel"]
ForEach = Literal["fractie", "bewindspersoon", "year", "document"]


class Documents(BaseModel):
    """Which documents, and which of their questions, a run is about; all where nothing is said.

    Attributes
    ----------
    folder : str or None
        A folder of documents, or of tables; a relative one counts from the project's folder.
    kind, chamber, dossier, bewindspersoon, year, document : list
        Documents of which one of these values is true; ``bewindspersoon`` is who answers, and
        ``document`` an id.
    fractie : list of str
        Questions that one of these fracties asked, and the documents they are in.
    since, until : date or None
        First day of the questions, and the first day after the period.
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    folder: str | None = Field(None, min_length=1)
    kind: list[Kind] = []
    chamber: list[Literal["EK", "TK"]] = []
    dossier: list[str] = []
    fractie: list[str] = []
    bewindspersoon: list[str] = []
    year: list[int] = []
    document: list[str] = []
    since: date | None = None
    until: date | None = None

    @field_validator(
        "kind",
        "chamber",
        "fractie",
        "bewindspersoon",
        "year",
        "document",
        mode="before",
    )
    @classmethod
    def _one_is_a_list(cls, value: object) -> object:
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    @field_validator("dossier", mode="before")
    @classmethod
    def _number_is_a_name(cls, value: object) -> object:
        """A dossier such as 31731 is written without quotes; to YAML that is a number."""
        values = value if isinstance(value, list) else [value]
        return [str(one) if type(one) is int else one for one in values if one is not None]

    @model_validator(mode="after")
    def _has_days(self) -> "Documents":
        if self.since and self.until and self.since >= self.until:
            message = "'until' is the first day after the period, so it must be later than 'since'"
            raise PydanticCustomError("period", message)
        return self

    @field_validator("since", "until", mode="before")
    @classmethod
    def _text_is_a_day(cls, value: object) -> object:
        try:
            return date.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            return value

    @property
    def chosen(self) -> dict[str, Any]:
        """What is asked for besides the folder, by key; empty for all documents."""
        given = {key: getattr(self, key) for key in type(self).model_fields if key != "folder"}
        return {key: value for key, value in given.items() if value}


class Run(BaseModel):
    """What a run file says.

    Attributes
    ----------
    title : str
        The heading of the report.
    language : {"nl", "en"}
        Of the readers' pages.
    parameters : dict
        Values by parameter, for every notebook that has the parameter.
    notebooks : dict
        For each notebook, in the order of reading, the values for that notebook alone.
    documents : Documents
        Which documents it is about.
    build : list of str
        What to make: ``html`` (the pages), ``pdf``, ``figures``, and the tables as ``csv`` and
        ``excel``. The pages always have their figures beside them.
    for_each : str or None
        A report for each value of this, and an index above them.
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str = Field(min_length=1)
    language: Language = "nl"
    parameters: dict[str, Any] = {}
    notebooks: dict[str, dict[str, Any]] = Field(
        default={name: {} for name in DEFAULT_NOTEBOOKS}, min_length=1
    )
    documents: Documents = Documents()
    build: list[Built] = Field(default=["html"], min_length=1)
    for_each: ForEach | None = None
    _name: str = PrivateAttr("the run")

    @property
    def name(self) -> str:
        """The run file as messages name it."""
        return self._name

    @field_validator("title")
    @classmethod
    def _is_not_blank(cls, value: str) -> str:
        if not value.strip():
            raise PydanticCustomError("string_too_short", "blank")
        return value

    @field_validator("notebooks")
    @classmethod
    def _are_names(cls, value: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
        for name in value:
            if not name.strip(". ") or set(name) & set("/\\"):
                raise PydanticCustomError("notebook_name", "{name}", {"name": repr(name)})
        return value

    @field_validator("parameters", "documents", mode="before")
    @classmethod
    def _nothing_is_empty(cls, value: object) -> object:
        return {} if value is None else value

    @field_validator("build", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @field_validator("notebooks", mode="before")
    @classmethod
    def _nothing_is_no_parameters(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {name: {} if given is None else given for name, given in value.items()}


def nearest(name: str, known: list[str]) -> str:
    """Return what to add to a message about an unknown name: the names that look like it.

    Parameters
    ----------
    name : str
        The unknown name.
    known : list of str
        The names that exist.

    Returns
    -------
    str
        Such as ``: did you mean 'minimum'?``, or all that exist when none looks like it.
    """
    close = get_close_matches(name, known, n=2)
    if close:
        return f": did you mean {' or '.join(map(repr, close))}?"
    return f"; there is {', '.join(map(repr, sorted(known))) or 'none'}."
