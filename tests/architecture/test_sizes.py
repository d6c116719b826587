"""Files and functions that can be read in one sitting."""

from statistics import quantiles

from tests.architecture.source import ROOT, functions_in, length, name_of, python_files

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
LONG_FUNCTION_FOR_MOST = 25
LONG_FILE_FOR_MOST = 200


def all_files():
    return [
        path
        for folder in ("src", "tests", "bench", "tools")
        for path in python_files(ROOT / folder)
    ]


def p95(values):
    return quantiles(values, n=20)[-1]


def test_no_file_is_longer_than_one_sitting():
    too_long = {
        name_of(path): lines
        for path in all_files()
        if (lines := len(path.read_text().splitlines())) > LONGEST_FILE
    }

    assert too_long == {}


def test_no_function_is_longer_than_one_screen():
    too_long = [
        f"{name_of(path)}:{function.name}"
        for path in all_files()
        for function in functions_in(path)
        if length(function) > LONGEST_FUNCTION
    ]

    assert too_long == []


def test_nearly_all_files_and_functions_are_short():
    lines = [len(path.read_text().splitlines()) for path in python_files()]
    functions = [length(f) for path in python_files() for f in functions_in(path)]

    assert p95(lines) <= LONG_FILE_FOR_MOST
    assert p95(functions) <= LONG_FUNCTION_FOR_MOST
