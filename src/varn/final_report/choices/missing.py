"""What can stand between a written report and a version that is ready to sign."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lack(models.TextChoices):
    """Something that a report lacks, said so that one knows what to do."""

    NO_OWN_NUMBER = "no_own_number", _("The agency's own registry number is missing.")
    NO_DECIDED_BY = "no_decided_by", _("It is not said who decided on the report.")
    NO_DECIDED_ON = "no_decided_on", _("It is not said on which day the report was decided.")
    NO_PRESENTED_BY = "no_presented_by", _("It is not said who presented the matter.")
    PART_EMPTY = "part_empty", _("Nothing is written here yet:")
    TEXT_PROBLEM = "text_problem", _("The text has something that can't be set:")
    REQUIREMENT_UNANSWERED = (
        "requirement_unanswered",
        _("Has neither evidence nor a judgement. Add evidence, or say why it is not met:"),
    )
    MET_WITHOUT_EVIDENCE = "met_without_evidence", _("Is judged as met, but nothing shows it:")
    OBLIGATION_OPEN = "obligation_open", _("Is not done yet:")
    ACTIVITY_OPEN = "activity_open", _("Is neither completed nor cancelled:")
    RESULT_WITHOUT_EVIDENCE = "result_without_evidence", _("Nothing shows the result:")
    MONEY_UNCHARGED = (
        "money_uncharged",
        _("Costs in the ledger have no source of funding yet. The account will not add up."),
    )


# Without these the report may not be signed: what an agency's decision must say, and that every
# requirement is answered. The others are for a person to judge; the report shows them as missing.
BLOCKS = (
    Lack.NO_OWN_NUMBER,
    Lack.NO_DECIDED_BY,
    Lack.NO_DECIDED_ON,
    Lack.NO_PRESENTED_BY,
    Lack.PART_EMPTY,
    Lack.TEXT_PROBLEM,
    Lack.REQUIREMENT_UNANSWERED,
)
