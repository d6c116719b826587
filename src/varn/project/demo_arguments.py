"""What `varn demo` can be told. Read twice: before the settings exist, and by the command."""

import argparse
from collections.abc import Sequence
from datetime import date

DEFAULT_AS_OF = date(2014, 11, 15)
FIRST_DAY = date(2014, 3, 3)  # the mandate is started in Värn
DEFAULT_PORT = 8000
HIGHEST_PORT = 65_535


def add_demo_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the demonstration's own options."""
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="YYYY-MM-DD",
        help=(
            "the day that mandate, money and coverage are shown as of (at first 2014-11-15, then "
            "the day last chosen); time goes forward only"
        ),
    )
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="N")
    parser.add_argument(
        "--no-serve", action="store_true", help="load the data, print the sign-ins and stop"
    )


def read_demo_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Those options, read past the ones that are Django's own."""
    parser = argparse.ArgumentParser(prog="varn demo", add_help=False)
    add_demo_arguments(parser)
    return parser.parse_known_args(arguments)[0]


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day. Write it as 2014-11-15") from None
    if day < FIRST_DAY:
        raise argparse.ArgumentTypeError(f"the mandate begins on {FIRST_DAY}; choose a later day")
    return day


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {HIGHEST_PORT}")
    return number
