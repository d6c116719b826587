"""Who may import whom, beyond the layers that import-linter keeps."""

import grimp
import pytest

from tests.architecture.source import SOURCE, python_files

OPEN_TO_OTHERS = {"actions", "queries", "choices"}
SHARED = {"kernel", "ui", "cms", "project"}
BANNED_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "services",
    "managers",
    "signals",
    "common",
    "misc",
}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("varn", exclude_type_checking_imports=True)


def capability(module):
    return module.split(".")[1]


def is_trespassing(importer, imported):
    if "." not in importer or "." not in imported:
        return False
    if capability(importer) == capability(imported):
        return False
    if capability(importer) == "project" or capability(imported) in SHARED:
        return False
    return OPEN_TO_OTHERS.isdisjoint(imported.split(".")[2:3])


def test_capabilities_meet_only_at_their_open_modules(graph):
    trespassers = [
        f"{importer} -> {imported}"
        for importer in sorted(graph.modules)
        for imported in sorted(graph.find_modules_directly_imported_by(importer))
        if is_trespassing(importer, imported)
    ]

    assert trespassers == []


def test_no_module_has_a_name_that_says_nothing():
    nameless = [str(path) for path in python_files() if path.stem in BANNED_NAMES]
    nameless += [str(path) for path in SOURCE.rglob("*/") if path.name in BANNED_NAMES]

    assert nameless == []
