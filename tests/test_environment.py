"""pyproject.toml, requirements.lock and environment.yml say the same, and nothing about where."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from rattler import MatchSpec

ROOT = Path(__file__).parents[1]
# The names under which conda-forge has a package that is called otherwise elsewhere.
CONDA_NAMES = {"matplotlib": "matplotlib-base"}


def declared_requirements(with_development=True):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["project"]["dependencies"]
    if with_development:
        lines = lines + project["dependency-groups"]["dev"]
    return {canonicalize_name(wanted.name): wanted for wanted in map(Requirement, lines)}


def optional_requirements():
    """The names of what the extras install."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return {canonicalize_name(Requirement(line).name) for lines in extras for line in lines}


def lock_entries():
    """Each entry of the lock as its requirement and the number of its hashes."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    return [
        (Requirement(entry.splitlines()[0].rstrip("\\ ")), entry.count("--hash=sha256:"))
        for entry in entries
    ]


def conda_dependencies():
    """The lines for conda and those that it hands on to pip."""
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    lines = yaml.safe_load(text)["dependencies"]
    for_conda = [line for line in lines if isinstance(line, str)]
    for_pip = [line for group in lines if isinstance(group, dict) for line in group["pip"]]
    return for_conda, for_pip


def imported_modules():
    """The names of all modules that the package imports, without what comes after a dot."""
    for file in (ROOT / "analysis").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                yield node.module.partition(".")[0]


def test_what_the_package_imports_is_declared():
    foreign = set(imported_modules()) - set(sys.stdlib_module_names) - {"analysis"}
    providers = packages_distributions()
    # What an import comes from, or its own name where nothing installed provides it.
    wanted = {canonicalize_name(providers.get(module, [module])[0]) for module in foreign}
    declared = set(declared_requirements(with_development=False)) | optional_requirements()
    assert wanted - declared == set()


@pytest.mark.parametrize("name", declared_requirements())
def test_declared_dependency_is_locked_within_its_bounds(name):
    locked = [entry for entry, _ in lock_entries() if canonicalize_name(entry.name) == name]
    assert locked, f"{name} is not in requirements.lock; run `make lock`"
    # More than one version is locked where they differ by the version of Python.
    for entry in locked:
        version = str(entry.specifier).removeprefix("==")
        assert declared_requirements()[name].specifier.contains(version, prereleases=True)


@pytest.mark.parametrize("python", ["3.11.2", "3.12.0", "3.13.0"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_system_gets_exactly_one_version_of_each_dependency(python, system):
    place = {"python_full_version": python, "python_version": python[:4], "sys_platform": system}
    installed = [
        canonicalize_name(entry.name)
        for entry, _ in lock_entries()
        if entry.marker is None or entry.marker.evaluate(place)
    ]
    assert len(installed) == len(set(installed))
    assert set(declared_requirements()) <= set(installed)
    # Left out on purpose, for it makes each start of a notebook slower; see pyproject.toml.
    assert "rfc3987-syntax" not in installed


def test_every_locked_package_has_a_version_and_a_hash():
    for entry, hashes in lock_entries():
        assert re.fullmatch(r"==[^*,]+", str(entry.specifier)), f"{entry} is not one version"
        assert hashes, f"{entry} has no hash"


def test_environment_yml_is_what_pyproject_makes_of_it(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    subprocess.run([sys.executable, "-m", "pyproject2conda", "project"], cwd=tmp_path, check=True)
    made = (tmp_path / "environment.yml").read_text(encoding="utf-8")
    kept = (ROOT / "environment.yml").read_text(encoding="utf-8")
    assert made == kept, "run `make environment.yml`"


def test_environment_yml_has_every_dependency_with_its_bounds():
    for_conda, for_pip = conda_dependencies()
    lines = {line for line in for_conda + for_pip if line not in ("pip", "-e .")}
    listed = {wanted.name: wanted.specifier for wanted in map(Requirement, lines)}
    assert listed.pop("python") == SpecifierSet(">=3.11,<3.14")
    assert listed == {
        CONDA_NAMES.get(name, name): wanted.specifier
        for name, wanted in declared_requirements().items()
    }


@pytest.mark.parametrize("line", conda_dependencies()[0])
def test_conda_understands_each_line(line):
    assert MatchSpec(line, strict=True).name.normalized == re.match(r"[\w-]+", line).group()


@pytest.mark.parametrize("file", ["requirements.lock", "environment.yml"])
def test_where_packages_come_from_is_left_to_the_machine(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    # An address, or an option for the installer such as --index-url or --find-links.
    assert re.findall(r"\S*://\S+|^-\S.*", text, flags=re.MULTILINE) == []
