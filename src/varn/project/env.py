"""The environment, read in one place: what can be set, what it means, and the remedy."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SHORTEST_SECRET = 50  # characters


class SettingError(Exception):
    """A setting is missing or wrong; the message names it and the remedy."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        self.name = name
        super().__init__(f"{name} {problem}. {remedy}")


@dataclass(frozen=True, kw_only=True)
class Environment:
    """Every value that Värn takes from its surroundings."""

    data: Path  # VARN_DATA: folder for files and the embedded database
    is_production: bool  # VARN_ENVIRONMENT=production
    database_url: str | None  # DATABASE_URL: an existing PostgreSQL; else one is started in `data`
    database_owner_url: str | None  # DATABASE_OWNER_URL: who migrates, where that is another user
    database_role: str | None  # VARN_DATABASE_ROLE: the role that server and worker act as
    secret_key: str | None  # VARN_SECRET_KEY: signs sessions and links
    hosts: tuple[str, ...]  # VARN_HOSTS: names that the service answers to
    origin: str | None  # VARN_ORIGIN: https://… as people type it, for links in mail
    mail_url: str | None  # VARN_MAIL_URL: smtp://user:password@host:port
    mail_from: str  # VARN_MAIL_FROM: sender of mail
    security_contact: str | None  # VARN_SECURITY_CONTACT: mailto: or https: for security.txt
    trusts_proxy: bool  # VARN_TRUST_PROXY=yes: X-Forwarded-* come from our own proxy
    chain_signing_key: str | None  # VARN_CHAIN_SIGNING_KEY: Ed25519 seed, hex, for audit heads
    chain_heads: Path  # VARN_CHAIN_HEADS: folder outside the database for exported audit heads


def read_environment(values: Mapping[str, str] | None = None) -> Environment:
    """Read and check the settings.

    Raises `SettingError` for the first one that is missing or wrong.
    """
    values = os.environ if values is None else values
    data = Path(values.get("VARN_DATA") or "var").expanduser().absolute()
    environment = Environment(
        data=data,
        is_production=_choice(values, "VARN_ENVIRONMENT", ("local", "production")) == "production",
        database_url=_url(values, "DATABASE_URL", ("postgresql", "postgres")),
        database_owner_url=_url(values, "DATABASE_OWNER_URL", ("postgresql", "postgres")),
        database_role=values.get("VARN_DATABASE_ROLE") or None,
        secret_key=values.get("VARN_SECRET_KEY") or None,
        hosts=tuple(
            name.strip() for name in values.get("VARN_HOSTS", "").split(",") if name.strip()
        ),
        origin=_url(values, "VARN_ORIGIN", ("https", "http")),
        mail_url=_url(values, "VARN_MAIL_URL", ("smtp", "smtps")),
        mail_from=values.get("VARN_MAIL_FROM") or "Värn <varn@localhost>",
        security_contact=_url(values, "VARN_SECURITY_CONTACT", ("mailto", "https")),
        trusts_proxy=_choice(values, "VARN_TRUST_PROXY", ("no", "yes")) == "yes",
        chain_signing_key=values.get("VARN_CHAIN_SIGNING_KEY") or None,
        chain_heads=Path(values.get("VARN_CHAIN_HEADS") or data / "audit-heads").absolute(),
    )
    if environment.is_production:
        _require_for_production(environment)
    return environment


def _require_for_production(environment: Environment) -> None:
    required = {
        "DATABASE_URL": (environment.database_url, "postgresql://user:password@host/varn"),
        "VARN_SECRET_KEY": (environment.secret_key, "at least 50 random characters"),
        "VARN_HOSTS": (environment.hosts, "the host names, separated by commas"),
        "VARN_ORIGIN": (environment.origin, "https://varn.example.se"),
        "VARN_MAIL_URL": (environment.mail_url, "smtp://user:password@host:587"),
        "VARN_CHAIN_SIGNING_KEY": (
            environment.chain_signing_key,
            "64 digits: openssl rand -hex 32",
        ),
    }
    for name, (value, example) in required.items():
        if not value:
            raise SettingError(name, "is missing", f"Set it to {example}.")
    if len(environment.secret_key or "") < SHORTEST_SECRET:
        raise SettingError("VARN_SECRET_KEY", "is too short", "Use at least 50 random characters.")
    if "*" in environment.hosts:  # links in mail carry the name that was asked for
        raise SettingError("VARN_HOSTS", "lets in any name", "Name each host, without '*'.")
    if not (environment.origin or "").startswith("https://"):
        raise SettingError("VARN_ORIGIN", "is not https", "Production is served over https only.")


def _choice(values: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = values.get(name) or allowed[0]
    if value not in allowed:
        raise SettingError(name, f"is '{value}'", f"Set it to one of: {', '.join(allowed)}.")
    return value


def _url(values: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    value = values.get(name)
    if not value:
        return None
    if urlsplit(value).scheme not in schemes:
        beginning = f"{schemes[0]}:" if schemes[0] == "mailto" else f"{schemes[0]}://"
        raise SettingError(name, "is not an address", f"Start it with {beginning}")
    return value


def act_as_database_role(role: str) -> None:
    """Let every connection from here on, also in processes started from here, act as a role."""
    os.environ["VARN_DATABASE_ROLE"] = role


def act_as_database_owner(url: str) -> None:
    """Let this process connect as the user who owns the tables."""
    os.environ["DATABASE_URL"] = url


def choose_settings(*, is_production: bool) -> None:
    """Tell Django which settings to load, unless somebody has told it already."""
    module = "production" if is_production else "local"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"varn.project.settings.{module}")
