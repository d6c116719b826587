"""Swedish organisation numbers."""

import re

from organisationsnummer.organisationsnummer import valid

WRITTEN = re.compile(r"^(16)?(\d{6})-?(\d{4})$")


def tidy_number(text: str) -> str | None:
    """`202100-2247` out of the ways it is written; None when it is no organisation number."""
    found = WRITTEN.match(re.sub(r"\s", "", text))
    if not found:
        return None
    number = f"{found[2]}-{found[3]}"
    third_digit_of_organisations = "2"  # a lower one would be a person's birth month
    return number if number[2] >= third_digit_of_organisations and valid(number) else None
