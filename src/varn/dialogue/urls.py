"""Addresses of meetings, below the desk's."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from varn.dialogue.views import decisions, invitations, meetings, planning, recording, turnout

app_name = "dialogue"

urlpatterns = [
    path(_("mandates/<int:mandate_id>/meetings/"), meetings.meeting_list, name="meeting_list"),
    path(_("mandates/<int:mandate_id>/meetings/add/"), planning.meeting_add, name="meeting_add"),
    path(
        _("mandates/<int:mandate_id>/meetings/turnout/"),
        turnout.turnout_list,
        name="turnout_list",
    ),
    path(
        _("mandates/<int:mandate_id>/meetings/turnout/<slug:form>/"),
        turnout.turnout_download,
        name="turnout_download",
    ),
    path(_("meetings/<int:meeting_id>/"), meetings.meeting_detail, name="meeting_detail"),
    path(_("meetings/<int:meeting_id>/edit/"), planning.meeting_edit, name="meeting_edit"),
    path(_("meetings/<int:meeting_id>/record/"), recording.meeting_record, name="meeting_record"),
    path(_("meetings/<int:meeting_id>/cancel/"), invitations.meeting_cancel, name="meeting_cancel"),
    path(
        _("meetings/invitations/<int:participation_id>/<slug:answer>/"),
        invitations.invitation_answer,
        name="invitation_answer",
    ),
    path(
        _("meetings/decisions/<int:decision_id>/done/"),
        decisions.decision_complete,
        name="decision_complete",
    ),
    path(
        _("meetings/decisions/<int:decision_id>/reopen/"),
        decisions.decision_reopen,
        name="decision_reopen",
    ),
]
