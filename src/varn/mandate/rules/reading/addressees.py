"""Whom a report or money goes to: "till Kammarkollegiet", "ställd till Socialstyrelsen"."""

import re

from varn.mandate.rules.reading.organisations import RECEIVER

ADDRESSED = re.compile(rf"\b(?:till|ställd till|hos) (?P<name>{RECEIVER.pattern})")
DRAWN = re.compile(
    rf"\brekvirera\w*\b.{{0,80}}?\bfrån (?P<name>{RECEIVER.pattern})|\b(?:ställd|ställas"
    rf"|ställs|inges|lämnas|skickas) till (?P<name2>{RECEIVER.pattern})"
)


def addressee_in(text: str) -> str | None:
    match = ADDRESSED.search(text)
    if match:
        return match["name"]
    drawn = DRAWN.search(text)
    return drawn["name"] or drawn["name2"] if drawn else None
