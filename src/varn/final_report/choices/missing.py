"""What can stand between a written report and a version that is ready to sign."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lack(models.TextChoices):
    """Something that a report lacks, said so that one knows what to do."""

    NO_OWN_NUMBER = "no_own_number", _("The agency's own registry number is missing.")
    NO_DECIDED_BY = "no_decided_by", _("It is not said who decided on the report.")
    NO_DECIDED_ON = "no_decided_on", _("It is not said on which day the report was decided.")
    NO_PRESENTED_BY = "no_presented_by", _("It is not said who presented the matter.")
    PART_EMPTY = "part_empty", _("Parts where nothing is written yet:")
    TEXT_PROBLEM = "text_problem", _("Texts with something that can't be set:")
    REQUIREMENT_UNANSWERED = (
        "requirement_unanswered",
        _("Requirements with neither evidence nor judgement. Add one, or say why it is not met:"),
    )
    MET_WITHOUT_EVIDENCE = (
        "met_without_evidence",
        _("Requirements judged as met that nothing shows:"),
    )
    OBLIGATION_OPEN = "obligation_open", _("Obligations that are not done yet:")
    ACTIVITY_OPEN = "activity_open", _("Activities that are neither completed nor cancelled:")
    RESULT_WITHOUT_EVIDENCE = "result_without_evidence", _("Results that nothing shows:")
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
