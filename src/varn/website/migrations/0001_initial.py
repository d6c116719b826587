import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import varn.cms.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="StartPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        help_text="One or two sentences. Shown first on the page and by search engines.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "reviewed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day when somebody with the right knowledge last read the whole page.",
                        null=True,
                        verbose_name="reviewed on",
                    ),
                ),
                (
                    "review_due_on",
                    models.DateField(blank=True, null=True, verbose_name="next review"),
                ),
                (
                    "body",
                    varn.cms.fields.BodyField(
                        [], blank=True, block_lookup={}, verbose_name="content"
                    ),
                ),
            ],
            options={
                "verbose_name": "start page",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("review_due_on__isnull", True),
                            ("reviewed_on__isnull", True),
                            ("review_due_on__gte", models.F("reviewed_on")),
                            _connector="OR",
                        ),
                        name="website_startpage_reviewed_on_before_review_due_on",
                    )
                ],
            },
            bases=("wagtailcore.page",),
        ),
    ]
