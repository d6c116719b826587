"""Milliseconds to make a report of at least forty pages in every form: by clock, by processor."""

import os
import statistics
import sys
import time
from dataclasses import replace
from io import BytesIO

import django
from pypdf import PdfReader

GOAL_MS = 1_000
PAGES = 40
ROUNDS = 3
COPIES = 10  # of the sample's first assignment, enough for forty pages


def main() -> int:
    """Print each form's median; 1 when one misses the goal."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "varn.project.settings.test")
    django.setup()
    from varn.final_report.choices import ReportFormat  # noqa: PLC0415 - after Django is set up
    from varn.final_report.gateways.report_files import report_file  # noqa: PLC0415

    content = long_report()
    printed = report_file(content, form=ReportFormat.PDF, language="sv")
    pages = len(PdfReader(BytesIO(printed)).pages)
    print(f"{pages} pages")
    late = pages < PAGES
    for form in ReportFormat:
        report_file(content, form=form, language="sv")
        taken, worked = zip(*(_milliseconds(content, form) for _ in range(ROUNDS)), strict=True)
        median = statistics.median(taken)
        late |= median > GOAL_MS
        processor = statistics.median(worked)
        print(
            f"{form.value:5} median {median:6.0f} ms, slowest {max(taken):6.0f} ms, "
            f"of the processor {processor:6.0f} ms"
        )
    return int(late)


def long_report():  # noqa: ANN201 - a bench imports the product inside
    """The tests' sample with its assignments many times over, numbered on."""
    from tests.final_report.samples import FULL  # noqa: PLC0415

    requirements, activities, results = 0, 0, 0
    evidence, assignments = [], []
    for number in range(1, COPIES * 4 + 1):
        part = FULL.assignments[(number - 1) % 4]
        made = []
        for requirement in part.requirements:
            requirements += 1
            done = []
            for activity in requirement.activities:
                activities += 1
                shown = []
                for result in activity.results:
                    results += 1
                    files = []
                    for file in result.evidence:
                        kept = replace(
                            FULL.evidence[file - 1], number=len(evidence) + 1, result=results
                        )
                        evidence.append(kept)
                        files.append(kept.number)
                    shown.append(replace(result, number=results, evidence=tuple(files)))
                done.append(replace(activity, number=activities, results=tuple(shown)))
            made.append(replace(requirement, number=requirements, activities=tuple(done)))
        assignments.append(replace(part, number=number, requirements=tuple(made)))
    return replace(FULL, assignments=tuple(assignments), evidence=tuple(evidence))


def _milliseconds(content, form) -> tuple[float, float]:  # noqa: ANN001
    """By the clock on the wall, and of the processor: beside other loads only the last tells."""
    from varn.final_report.gateways.report_files import report_file  # noqa: PLC0415

    begun, worked = time.perf_counter(), time.process_time()
    report_file(content, form=form, language="sv")
    taken = time.perf_counter() - begun
    return taken * 1000, (time.process_time() - worked) * 1000


if __name__ == "__main__":
    sys.exit(main())
