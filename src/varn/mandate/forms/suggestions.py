"""Words that a form offers, and that people may pass by."""

from django.utils.translation import gettext_lazy as _

# As the decision of 20 February 2014 and the plan's text (skr. 2013/14:91) name them. The plan's
# own list has not been seen whole, so these are suggestions and never a closed list.
TARGET_GROUPS = (
    _("Children who are exposed to trafficking, or at risk of it"),
    _("Children exploited by begging, theft or labour"),
    _("Children exploited sexually"),
    _("Children abused in connection with travel and tourism"),
    _("Children abused on the internet"),
    _("Children from other EU states"),
    _("Professionals in municipalities and regions"),
    _("Police and prosecutors"),
    _("Staff in taxi, hotel and restaurant businesses"),
    _("The travelling public"),
)
