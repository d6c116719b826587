"""Where the code is, for the tests that read it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "varn"


def python_files(folder=SOURCE):
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def functions_in(path):
    return [
        node
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def length(node):
    return node.end_lineno - node.lineno + 1


def name_of(path):
    return str(path.relative_to(ROOT))
