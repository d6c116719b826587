"""What contacts and files of the directory are called when the trail tells of them."""

from collections.abc import Mapping

from varn.directory.models import Contact, ImportBatch
from varn.kernel.search import Hit
from varn.kernel.subjects import Known


def _contact(row: Contact) -> Hit:
    title = f"{row.function}, {row.organisation.name}"
    return Hit(kind="", title=title, url_name="directory:organisation_detail",
               url_args=(row.organisation_id,))  # fmt: skip


def _import(row: ImportBatch) -> Hit:
    return Hit(kind="", title=row.file_name, url_name="directory:organisation_list")


KNOWN: Mapping[str, Known] = {
    "directory.contact": Known(Contact, _contact, related=("organisation",)),
    "directory.importbatch": Known(ImportBatch, _import),
}
