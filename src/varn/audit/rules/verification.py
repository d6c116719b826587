"""Following the chain from its first link to its last, and saying where it breaks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from varn.audit.choices import Break
from varn.audit.rules.chain import GENESIS, NAMES, Link, link_hash
from varn.audit.rules.heads import Head


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The first thing that is wrong, and where."""

    kind: Break
    position: int = 0
    name: str = ""

    def __str__(self) -> str:
        return str(self.kind.label) % {"position": self.position, "name": self.name}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a verification saw."""

    links: int
    heads: int = 0
    finding: Finding | None = None


def follow(links: Iterable[Link], *, heads: Mapping[str, Head]) -> Verdict:
    """Check every link, and every exported head (by file name) against its link."""
    by_position: dict[int, dict[str, Head]] = {}
    for name, head in heads.items():
        by_position.setdefault(head.position, {})[name] = head
    previous, followed = GENESIS, 0
    for link in links:
        finding = broken_link(link, previous=previous, expected=followed + 1) or _other_hash(
            link, by_position.pop(link.position, {})
        )
        if finding:
            return Verdict(links=followed, heads=len(heads), finding=finding)
        previous, followed = link.hash, link.position
    beyond = sorted((position, name) for position, at in by_position.items() for name in at)
    finding = (
        Finding(kind=Break.HEAD_BEYOND, position=beyond[0][0], name=beyond[0][1])
        if beyond
        else None
    )
    return Verdict(links=followed, heads=len(heads), finding=finding)


def broken_link(link: Link, *, previous: str, expected: int) -> Finding | None:
    """What is wrong with one link, given the one before it."""
    if link.position != expected:
        return Finding(kind=Break.MISSING, position=expected)
    if link.previous_hash != previous:
        return Finding(kind=Break.ORDER, position=link.position)
    if link.format not in NAMES or link.hash != link_hash(
        link.content,
        position=link.position,
        previous_hash=previous,
        linked_at=link.linked_at,
        format=link.format,
    ):
        return Finding(kind=Break.CONTENT, position=link.position)
    return None


def _other_hash(link: Link, heads: Mapping[str, Head]) -> Finding | None:
    for name, head in sorted(heads.items()):
        if (head.hash, head.count) != (link.hash, link.position):
            return Finding(kind=Break.HEAD_OFF_CHAIN, position=link.position, name=name)
    return None
