"""The words of the readers' pages, in Dutch and in English.

Each language is a folder of YAML files. A key is the file's name and the keys in it, joined by
dots: ``report.contents`` is ``contents:`` in ``report.yml``. A text is plain text, never markup,
with placeholders such as ``{title}``. A text with ``one:`` and ``other:`` has a singular and a
plural, chosen by the value ``n``. A text may also be a list of texts, read by `Wording.lines`.
"""

import math
import numbers
from collections.abc import Sequence
from datetime import date
from typing import Any, get_args

import babel
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from analysis.errors import AnalysisError
from analysis.wording.files import Language, Plural, Text, WordingError, differences, load
from analysis.wording.files import placeholders as _placeholders

__all__ = ["Language", "Wording", "WordingError"]

# British English, for its dates: 11 December 2023.
_LOCALES = {"nl": "nl_NL", "en": "en_GB"}
ABSENT = "–"


class Wording:
    """Texts, numbers and dates in one language.

    Parameters
    ----------
    language : {"nl", "en"}
        Dutch or English.

    Raises
    ------
    AnalysisError
        If there is no such language.
    WordingError
        If the languages do not have the same keys and placeholders.
    """

    def __init__(self, language: str) -> None:
        if language not in get_args(Language):
            raise AnalysisError(f"There is no wording in the language {language!r}: use nl or en.")
        if wrong := differences():
            raise WordingError(wrong[0])
        self.language = language
        self._locale = babel.Locale.parse(_LOCALES[language])
        self._texts = load(language)

    def say(self, key: str, /, **values: Any) -> str:
        """Return the text of a key with its placeholders filled in.

        Parameters
        ----------
        key : str
            Such as ``report.contents``.
        **values
            A value for each placeholder and no others: text, whole numbers and dates. Numbers
            with decimals must be made into text first, since only the caller knows how many.
            For a text with a singular and a plural, ``n`` says which.

        Returns
        -------
        str
            Plain text; to be escaped where it goes into HTML.

        Raises
        ------
        WordingError
            If the key is unknown, or a value is missing, unused or of another type.
        """
        text = self._text(key)
        if isinstance(text, list):
            raise WordingError(f"Wording {key!r} is a list: use lines().")
        if isinstance(text, Plural):
            if "n" not in values:
                raise WordingError(f"Wording {key!r} has a plural and needs a value for 'n'.")
            chosen = text.one if self._is_singular(values["n"]) else text.other
            return self._filled(key, chosen, values, optional={"n"})
        return self._filled(key, text, values)

    def find(self, key: str, /) -> str | None:
        """Return a text without placeholders; None where there is none of that key."""
        return self.say(key) if key in self._texts else None

    def lines(self, key: str, /) -> list[str]:
        """Return the texts of a key that is a list of texts, in order.

        Raises
        ------
        WordingError
            If the key is unknown or not a list.
        """
        text = self._text(key)
        if not isinstance(text, list):
            raise WordingError(f"Wording {key!r} is one text: use say().")
        return list(text)

    def heading(self, column: str, /) -> str:
        """Return the words for a column of a table; its own name where there are none."""
        return str(self._texts.get(f"columns.{column}", column))

    def value(self, column: str, value: str, /) -> str:
        """Return the words for a fixed value of a column; the value where there are none."""
        return str(self._texts.get(f"values.{column}.{value}", value))

    def number(self, value: float | None, digits: int = 0) -> str:
        """Return a number with the language's separators: ``4.616`` or ``12,5`` in Dutch.

        Parameters
        ----------
        value : float or None
            None and nan become a dash.
        digits : int
            How many decimals, also when these are zeros.
        """
        if value is None or not math.isfinite(value):
            return ABSENT
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(_rounded(value, digits), pattern, locale=self._locale))

    def amount(self, value: float | None) -> str:
        """Return a number that is mostly whole, such as a weighted count: ``3``, ``2,5``."""
        whole = value is not None and math.isfinite(value) and round(value, 1) == round(value)
        return self.number(value, 0 if whole else 1)

    def percent(self, share: float | None, digits: int = 0) -> str:
        """Return a share from 0 to 1 as a percentage: ``0.125`` is ``12,5%`` with one digit.

        Parameters
        ----------
        share : float or None
            None and nan become a dash.
        digits : int
            How many decimals of the percentage.
        """
        if share is None or not math.isfinite(share):
            return ABSENT
        pattern = "#,##0" + ("." + "0" * digits if digits else "") + "%"
        return str(format_percent(_rounded(share, digits + 2), pattern, locale=self._locale))

    def interval(
        self, low: float | None, high: float | None, digits: int = 0, *, percent: bool = False
    ) -> str:
        """Return an interval in words: ``12 tot 34``, or ``12% tot 34%`` of shares."""
        shown = self.percent if percent else self.number
        return self.say("common.interval", low=shown(low, digits), high=shown(high, digits))

    def date(self, day: date | None) -> str:
        """Return a date in full: ``11 december 2023``. None and not-a-time become a dash."""
        if day is None or day != day:  # pandas' NaT differs from itself
            return ABSENT
        return str(format_date(day, "d MMMM y", locale=self._locale))

    def count(self, n: int, key: str, /) -> str:
        """Return a number with its noun: ``1 vraag``, ``45 vragen``.

        Parameters
        ----------
        n : int
            How many.
        key : str
            A text with a singular and a plural, such as ``common.question``.
        """
        return f"{self.number(n)} {self.say(key, n=n)}"

    def join(self, texts: Sequence[str]) -> str:
        """Return texts as an enumeration: ``a, b en c``; an empty text for none."""
        return str(format_list(list(texts), locale=self._locale))

    def _text(self, key: str) -> Text:
        if key not in self._texts:
            raise WordingError(f"There is no wording {key!r} in {self.language!r}.")
        return self._texts[key]

    def _is_singular(self, n: float) -> bool:
        return self._locale.plural_form(n) == "one"

    def _filled(
        self, key: str, text: str, values: dict[str, Any], optional: set[str] | None = None
    ) -> str:
        wanted = _placeholders(text)
        if missing := sorted(wanted - values.keys()):
            raise WordingError(f"Wording {key!r} needs a value for {missing[0]!r}.")
        if unused := sorted(values.keys() - wanted - (optional or set())):
            raise WordingError(f"Wording {key!r} has no place for {unused[0]!r}.")
        return text.format(**{name: self._shown(key, name, values[name]) for name in wanted})

    def _shown(self, key: str, name: str, value: Any) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, numbers.Integral) and not isinstance(value, bool):
            return self.number(int(value))
        if isinstance(value, date):
            return self.date(value)
        raise WordingError(
            f"Wording {key!r} was given a {type(value).__name__} for {name!r}; "
            "make it into text first."
        )


def _rounded(value: float, digits: int) -> float:
    """Return a number rounded, without the minus sign that Python keeps on -0.0."""
    return round(float(value), digits) + 0.0
