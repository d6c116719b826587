"""Staff pages of the directory."""

from varn.directory.views.contacts import contact_confirm, contact_edit
from varn.directory.views.imports import (
    import_apply,
    import_detail,
    import_list,
    import_template,
)
from varn.directory.views.organisations import organisation_detail, organisation_list, place_list

__all__ = [
    "contact_confirm",
    "contact_edit",
    "import_apply",
    "import_detail",
    "import_list",
    "import_template",
    "organisation_detail",
    "organisation_list",
    "place_list",
]
