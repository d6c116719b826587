"""Closed lists used by the desk."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Step(models.TextChoices):
    """What the desk can suggest to do next; the label is the button's text."""

    READ_DECISION = "read_decision", _("Read a decision")
    CHECK_DECISION = "check_decision", _("Check the decision")
    SEE_OBLIGATION = "see_obligation", _("See what is due")
    ADD_ACTIVITY = "add_activity", _("Add an activity")
    RECORD_RESULT = "record_result", _("Record a result")
    ADD_EVIDENCE = "add_evidence", _("Add evidence")
    SEE_MONEY = "see_money", _("See the money")
    HAND_IN_MINUTES = "hand_in_minutes", _("Hand in the minutes")
    INVITE = "invite", _("See who has not come")
    JUDGE = "judge", _("Judge the requirement")
    SEE_MANDATE = "see_mandate", _("See the mandate")
