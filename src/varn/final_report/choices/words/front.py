"""What stands on the cover, in the letter and on every page."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

FRONT: Mapping[str, str | Promise] = {
    "final_report": pgettext_lazy("report", "Final report"),
    "demonstration": pgettext_lazy(
        "report",
        "Demonstration: the activities and results are invented.",
    ),
    "your_reference": pgettext_lazy("report", "Your reference"),
    "partly": pgettext_lazy("report", "partly"),
    "agency": pgettext_lazy("report", "Agency"),
    "decision": pgettext_lazy("report", "Government decision"),
    "decided_on": pgettext_lazy("report", "Date of the decision"),
    "protocol_number": pgettext_lazy("report", "Minutes number"),
    "report_to": pgettext_lazy("report", "Report to"),
    "as_of": pgettext_lazy("report", "Data as of"),
    "contents": pgettext_lazy("report", "Contents"),
    "page": pgettext_lazy("report", "Page"),
    "page_of": pgettext_lazy("report", "of"),
    "not_stated": pgettext_lazy("report", "Not stated"),
    "and": pgettext_lazy("report", "and"),
    "from_day": pgettext_lazy("report", "from %(day)s"),
    "until_day": pgettext_lazy("report", "until %(day)s"),
    "kronor": pgettext_lazy("report", "SEK %(amount)s"),
    "title": pgettext_lazy("report", "Title"),
    "the_agency": pgettext_lazy("report", "The agency"),
    "table": pgettext_lazy("report", "Table"),
    "figure_word": pgettext_lazy("report", "Figure"),
    "appendix": pgettext_lazy("report", "Appendix"),
    "none": pgettext_lazy("report", "None"),
    "never": pgettext_lazy("report", "Never"),
    "of": pgettext_lazy("report", "%(part)s of %(whole)s"),
    "not_written": pgettext_lazy("report", "No text is written for this part yet."),
    "letter.date": pgettext_lazy("report", "Date"),
    "letter.own_number": pgettext_lazy("report", "Our reference"),
    "letter.heading": pgettext_lazy("report", "Final report of the assignment: %(title)s"),
    "letter.standard": pgettext_lazy(
        "report",
        "%(agency)s hereby reports on the assignment that the Government gave on %(day)s "
        "(%(number)s).",
    ),
    "letter.decided": pgettext_lazy("report", "The decision on this report was made by %(name)s."),
    "letter.presented": pgettext_lazy("report", "%(name)s presented the matter."),
    "letter.present": pgettext_lazy("report", "%(names)s also took part in the final handling."),
    "letter.not_decided": pgettext_lazy(
        "report",
        "It is not recorded who has decided on this report.",
    ),
    "letter.not_presented": pgettext_lazy(
        "report",
        "It is not recorded who presented the matter.",
    ),
}
