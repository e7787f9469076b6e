"""The types that a notebook's parameter may have: read from an annotation, checked, described."""

import ast
import types
from typing import Any, Literal, Union, get_args, get_origin

_TYPES: dict[str, Any] = {"int": int, "float": float, "str": str, "bool": bool, "None": None}
_CALLED = {int: "a whole number", float: "a number", str: "a text", bool: "true or false"}


def kind_of(node: ast.expr) -> Any:
    """Return the type that an annotation names, without running it.

    Parameters
    ----------
    node : ast.expr
        ``int``, ``float``, ``str``, ``bool``, ``Literal[...]``, ``list[...]`` of these, and any
        of them ``| None`` or in ``Optional[...]``; also as a text, since the cell of parameters
        stands before the imports and Python would otherwise look for ``Literal``.

    Returns
    -------
    object
        A type as `typing` has it.

    Raises
    ------
    ValueError
        If the annotation is anything else.
    """
    match node:
        case ast.Name(id=name) if name in _TYPES:
            return _TYPES[name]
        case ast.Constant(value=None):
            return None
        case ast.Constant(value=str(quoted)):
            return _quoted(quoted)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return Union[kind_of(left), kind_of(right)]  # noqa: UP007 - made of values
        case ast.Subscript(value=ast.Name(id="Optional"), slice=inner):
            return Union[kind_of(inner), None]  # noqa: UP007 - made of values
        case ast.Subscript(value=ast.Name(id="list"), slice=inner):
            return list[kind_of(inner)]  # type: ignore[misc]
        case ast.Subscript(value=ast.Name(id="Literal"), slice=inner):
            choices = ast.literal_eval(inner)
            return Literal[choices]  # a tuple is taken as its parts
    raise ValueError(ast.unparse(node))


def _quoted(text: str) -> Any:
    """Return the type that an annotation in quotes names."""
    try:
        return kind_of(ast.parse(text, mode="eval").body)
    except SyntaxError as error:
        raise ValueError(text) from error


def fits(value: Any, kind: Any) -> bool:
    """Return whether a value is of an annotated type; a whole number also is a ``float``."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return any(fits(value, part) for part in get_args(kind))
    if origin is Literal:
        return any(value == choice and type(value) is type(choice) for choice in get_args(kind))
    if origin is list:
        return isinstance(value, list) and all(fits(part, get_args(kind)[0]) for part in value)
    if kind in (None, type(None)):
        return value is None
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is kind


def described(kind: Any) -> str:
    """Return an annotated type in words: ``a whole number or nothing (null)``."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return " or ".join(described(part) for part in get_args(kind))
    if origin is Literal:
        return " or ".join(repr(choice) for choice in get_args(kind))
    if origin is list:
        return f"a list, with in each place {described(get_args(kind)[0])}"
    return _CALLED.get(kind, "nothing (null)")
