"""The desk's own addresses."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from varn.desk.views import record, search, today

app_name = "desk"

urlpatterns = [
    path("", today.today, name="today"),
    path(_("seen/"), today.mark_seen, name="mark_seen"),
    path(_("search/"), search.search, name="search"),
    path(_("record/"), record.choose_activity, name="choose_activity"),
]
