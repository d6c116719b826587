"""Run the benches: `python -m bench [NAME …]`; without a name, those that take seconds."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UV = ROOT / ".tools" / "bin" / "uv"
BENCHES = {
    "reader": [sys.executable, "bench/reader.py"],
    "reader-speed": [sys.executable, "bench/reader.py", "--speed"],
    "pages": [sys.executable, "-m", "bench.pages"],
    "desk": [sys.executable, "-m", "bench.desk"],
    "report": [sys.executable, "-m", "bench.report"],
    "jobs": [str(UV), "run", "--isolated", "--group", "bench", "python", "-m", "bench.jobs"],
}
SLOW = {"jobs", "desk"}  # minutes: only by name


def main() -> int:
    """Run what is asked for; 1 when one of them fails or misses its goal."""
    wanted = sys.argv[1:] or [name for name in BENCHES if name not in SLOW]
    if unknown := [name for name in wanted if name not in BENCHES]:
        print(f"No such bench: {', '.join(unknown)}. There are: {', '.join(BENCHES)}.")
        return 2
    failed = []
    for name in wanted:
        print(f"\n== {name}", flush=True)
        if subprocess.run(BENCHES[name], cwd=ROOT, check=False).returncode:
            failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
