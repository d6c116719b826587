"""Every event that is recorded stands in its capability's list, with words that people read."""

import ast
import re
from collections import Counter

from tests.architecture.source import name_of, python_files
from varn.kernel.events import Event, known_events

NAME = re.compile(r"^[a-z_]+\.[a-z_]+\.[a-z_]+$")


def calls():
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                yield path, node


def named_events():
    """The event of each `record(…)` and each `audited=…`, as it stands in the code."""
    for path, call in calls():
        function = call.func.attr if isinstance(call.func, ast.Attribute) else None
        function = call.func.id if isinstance(call.func, ast.Name) else function
        if function == "record" and call.args:
            yield path, call.args[0]
        yield from ((path, word.value) for word in call.keywords if word.arg == "audited")


def test_no_event_is_recorded_that_stands_in_no_list():
    unknown = [
        f"{name_of(path)}:{event.lineno} {event.value}"
        for path, event in named_events()
        if isinstance(event, ast.Constant) and event.value not in known_events()
    ]

    assert unknown == []


def test_no_event_is_listed_that_nothing_records():
    code = "\n".join(path.read_text() for path in python_files())
    unused = [
        f"{listed.__name__}.{event.name}"
        for listed in Event.__subclasses__()
        for event in listed
        if f"{listed.__name__}.{event.name}" not in code
    ]

    assert unused == []


def test_events_are_named_alike_and_once():
    names = Counter(event.value for listed in Event.__subclasses__() for event in listed)

    assert [name for name in names if not NAME.match(name) or len(name) > 80] == []
    assert [name for name, times in names.items() if times > 1] == []


def test_every_event_is_told_in_words():
    assert [name for name, words in known_events().items() if not words or words == name] == []
