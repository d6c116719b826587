"""Addresses of the directory, below the desk's."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from varn.directory import views

app_name = "directory"
urlpatterns = [
    path(_("directory/"), views.organisation_list, name="organisation_list"),
    path(
        _("directory/<int:organisation_id>/"), views.organisation_detail, name="organisation_detail"
    ),
    path(_("directory/places/"), views.place_list, name="place_list"),
    path(_("directory/contacts/<int:contact_id>/edit/"), views.contact_edit, name="contact_edit"),
    path(
        _("directory/contacts/<int:contact_id>/confirm/"),
        views.contact_confirm,
        name="contact_confirm",
    ),
    path(_("directory/import/"), views.import_list, name="import_list"),
    path(
        _("directory/import/template.<str:file_type>"),
        views.import_template,
        name="import_template",
    ),
    path(_("directory/import/<int:batch_id>/"), views.import_detail, name="import_detail"),
    path(_("directory/import/<int:batch_id>/apply/"), views.import_apply, name="import_apply"),
]
