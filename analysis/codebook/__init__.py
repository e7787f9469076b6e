"""The data that judgements rest on: fracties, cabinets, devices; loaded once and checked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """Return the content of ``analysis/codebook/<name>.yml``; read once per process."""
    return yaml.safe_load(files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8"))
