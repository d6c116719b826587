"""Templates, translations and docstrings."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions

from tests.architecture.source import ROOT, SOURCE, name_of, python_files
from varn.project.messages import problems

TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
FOUND_BY_DJANGO = re.compile(r"^(\d{3}\.html|allauth/|account/|mfa/|wagtailadmin/|django/forms/)")
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\bsrc=)(?![^>]*application/json)", re.I
)


def template_name(path):
    return str(path).split("/templates/", 1)[1]


def code():
    files = [*python_files(), *TEMPLATES]
    return "\n".join(path.read_text() for path in files)


def test_everything_is_said_in_swedish_too():
    assert problems() == []


def test_every_template_is_used():
    everything = code()
    unused = [
        name
        for path in TEMPLATES
        if not FOUND_BY_DJANGO.match(name := template_name(path)) and name not in everything
    ]

    assert unused == []


def test_no_template_holds_inline_script_or_style():
    guilty = [name_of(path) for path in TEMPLATES if INLINE.search(path.read_text())]

    assert guilty == []


def test_every_module_says_what_it_is_for():
    silent = [
        name_of(path)
        for path in python_files()
        if (text := path.read_text()).strip() and not ast.get_docstring(ast.parse(text))
    ]

    assert silent == []


def test_every_dependency_has_its_reason():
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    dependencies = [
        line for line in lines if re.match(r'\s+"[a-z][a-z0-9-]+(\[.*\])?[><=].*",', line)
    ]
    unexplained = [line.strip() for line in dependencies if "#" not in line]

    assert dependencies
    assert unexplained == []


def test_every_dependency_of_the_product_is_used():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = [re.match(r"[a-z0-9-]+", each)[0] for each in project["dependencies"]]
    names = [
        (distribution.lower(), name)
        for name, distributions in packages_distributions().items()
        for distribution in distributions
    ]
    everything = code()
    used = {
        distribution.replace("_", "-")
        for distribution, name in names
        if re.search(rf"\b{re.escape(name)}\b", everything)
    }

    assert needed
    assert [each for each in needed if each not in used] == []


def test_the_product_needs_nothing_beside_it():
    strays = [name_of(path) for path in python_files() if "../shared" in path.read_text()]

    assert strays == []
