"""Precision and recall of the decision reader over real decisions; its speed over a folder.

python bench/reader.py [FOLDER]          pairs of .txt and .json, else ../shared/decisions
python bench/reader.py --speed [FOLDER]  documents a second on one core, else ../shared/decisions
"""

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reader_map import Facts, Json, expected_facts, found_facts

from varn.mandate.rules.reading import read_decision

DECISIONS = Path(__file__).resolve().parents[2] / "shared" / "decisions"
DEFAULT = DECISIONS / "others"
GOAL = 200  # documents a second on one core
SUFFIXES = {".txt", ".md"}
LETTER = 4000  # characters: a page on the web is shorter, a signed letter longer
RUNS = 5
LEAST_SECONDS = 0.3  # a run shorter than this says little


class Score:
    """How many facts of one kind were expected, found, and found though not expected."""

    def __init__(self) -> None:
        self.expected = self.hit = self.extra = 0

    def add(self, expected: Facts, found: Facts) -> tuple[list[Any], list[Any]]:
        """Count one document's facts; return what was missed and what was found beside them."""
        want, have = Counter(expected), Counter(found)
        missed, extra = list((want - have).elements()), list((have - want).elements())
        self.expected += len(expected)
        self.hit += len(expected) - len(missed)
        self.extra += len(extra)
        return missed, extra

    @property
    def recall(self) -> float:
        return self.hit / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        found = self.hit + self.extra
        return self.hit / found if found else 1.0


def main() -> int:
    arguments = parsed()
    if arguments.speed:
        return measure_speed(arguments.speed)
    folder = arguments.folder
    if not folder.is_dir():
        print(f"no pairs to score: {folder} isn't there")
        return 0
    return measure_accuracy(sorted(folder.glob("*.json")))


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--speed", type=Path, metavar="FOLDER", nargs="?", const=DECISIONS)
    return parser.parse_args()


def measure_accuracy(pairs: list[Path]) -> int:
    scores: dict[str, Score] = {}
    for pair in pairs:
        expected = json.loads(pair.read_text(encoding="utf-8"))
        reading = read_decision(pair.with_suffix(".txt").read_text(encoding="utf-8")).as_json()
        compare(pair.stem, expected, reading, scores)
    print_table(scores)
    return 0


def compare(name: str, document: Json, reading: Json, scores: dict[str, Score]) -> None:
    """Score one document; in one that is no assignment, null means that nothing may be found."""
    found = found_facts(reading)
    is_other = document["class"] == "kommittédirektiv"
    for kind, expected in expected_facts(document).items():
        if expected is None and not is_other:
            if found[kind]:
                print(f"{name}: {kind}: found, not scored, for a human: {found[kind]}")
            continue
        missed, extra = scores.setdefault(kind, Score()).add(expected or [], found[kind])
        for fact in missed:
            print(f"{name}: {kind}: MISSED {fact}")
        for fact in extra:
            print(f"{name}: {kind}: found beside the expected, for a human: {fact}")


def print_table(scores: dict[str, Score]) -> None:
    print(f"\n{'kind of fact':<24}{'expected':>9}{'recall':>9}{'precision':>11}")
    for kind, score in scores.items():
        print(f"{kind:<24}{score.expected:>9}{score.recall:>9.1%}{score.precision:>11.1%}")
    everything = sum(score.expected for score in scores.values())
    hit = sum(score.hit for score in scores.values())
    if everything:
        print(f"{'all':<24}{everything:>9}{hit / everything:>9.1%}")


def measure_speed(folder: Path) -> int:
    """Print a line for short pages, one for letters, one for all; 1 if any is below the goal."""
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.suffix in SUFFIXES and path.stem != "README"
    ]
    if not texts:
        print(f"no decisions to read: no .txt or .md in {folder}")
        return 0
    groups = {
        "short pages": [text for text in texts if len(text) < LETTER],
        "letters": [text for text in texts if len(text) >= LETTER],
        "everything": texts,
    }
    print(f"{'':<13}{'documents':>10}{'characters':>12}{'a second per core':>19}")
    speeds = [print_speed(name, group) for name, group in groups.items() if group]
    return 0 if min(speeds) >= GOAL else 1


def print_speed(name: str, texts: list[str]) -> float:
    size = statistics.mean(map(len, texts))
    speed = statistics.median(documents_a_second(texts) for _ in range(RUNS))
    print(f"{name:<13}{len(texts):>10}{size:>12.0f}{speed:>19.0f}")
    return speed


def documents_a_second(texts: list[str]) -> float:
    read = 0
    start = time.process_time()
    while (spent := time.process_time() - start) < LEAST_SECONDS:
        for text in texts:
            read_decision(text)
        read += len(texts)
    return read / spent


if __name__ == "__main__":
    sys.exit(main())
