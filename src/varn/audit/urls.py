"""The trail's address."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from varn.audit import views

app_name = "audit"

urlpatterns = [
    path(_("audit/"), views.entry_list, name="entry_list"),
]
