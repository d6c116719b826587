"""Organisations by any name that they go or went by."""

from django.utils.translation import gettext as _

from varn.directory.models import Organisation, OrganisationName
from varn.kernel.search import Hit, matching

NAMES_EACH = 3  # former and short names of one organisation may all match


def found(words: str, *, limit: int) -> list[Hit]:
    """Organisations, each once, with the name that matched when it isn't the one of today."""
    names = OrganisationName.objects.select_related("organisation")
    rows = matching(names, words, text=("name",), limit=limit * NAMES_EACH)
    hits: dict[int, Hit] = {}
    for row, rank in rows:
        hits.setdefault(row.organisation_id, _hit(row.organisation, row.name, rank))
    for organisation in _by_number(words, limit):
        hits.setdefault(organisation.pk, _hit(organisation, organisation.name, rank=3))
    return list(hits.values())[:limit]


def _by_number(words: str, limit: int) -> list[Organisation]:
    digits = words.strip()
    if not digits[:1].isdigit():
        return []
    matches = Organisation.objects.filter(organisation_number__startswith=digits)
    return list(matches.order_by("pk")[:limit])


def _hit(organisation: Organisation, name: str, rank: float) -> Hit:
    also = "" if name == organisation.name else _("Also named %(name)s") % {"name": name}
    return Hit(
        kind=_("Organisation"),
        title=organisation.name,
        where=organisation.get_kind_display(),
        excerpt=also,
        url_name="directory:organisation_detail",
        url_args=(organisation.pk,),
        rank=rank,
    )
