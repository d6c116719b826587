import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("directory", "0003_unit_of_organisation"),
        ("mandate", "0006_held_by_the_database"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "Meeting"),
                            ("consultation", "Consultation"),
                            ("written", "Written consultation"),
                            ("visit", "Site visit"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("leadership", "Leadership"),
                            ("operational", "Operational"),
                            ("expert", "Experts"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("held_on", models.DateField(help_text="The day it is planned for or was held.")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Where it takes several days.", null=True
                    ),
                ),
                ("is_digital", models.BooleanField(default=False)),
                ("agenda", models.TextField(blank=True)),
                ("summary", models.TextField(blank=True, help_text="What came of it, in short.")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("held", "Held"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("cancelled_because", models.TextField(blank=True)),
                ("submission", models.UUIDField(unique=True)),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Grows by one with each change."
                    ),
                ),
                ("created_at", models.DateTimeField()),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="mandate.activity",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="mandate.mandate",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty only when it is digital.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.place",
                    ),
                ),
                (
                    "result",
                    models.OneToOneField(
                        blank=True,
                        help_text="The minutes are its evidence.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting",
                        to="mandate.result",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MeetingDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="dialogue.meeting",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "was_asked",
                    models.BooleanField(default=True, help_text="Some come without being asked."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("invited", "Asked"),
                            ("declined", "Declined"),
                            ("came", "Came"),
                            ("absent", "Did not come"),
                        ],
                        default="invited",
                        max_length=20,
                    ),
                ),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="How many came; empty when nobody counted.", null=True
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="In which functions they came, without names.",
                        max_length=200,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="dialogue.meeting",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.organisation",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                fields=["mandate", "state", "-held_on"], name="dialogue_meeting_latest"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["meeting", "consultation", "written", "visit"])),
                name="dialogue_meeting_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__in", ["leadership", "operational", "expert"])),
                name="dialogue_meeting_level_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["planned", "held", "cancelled"])),
                name="dialogue_meeting_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("held_on__isnull", True),
                    ("ends_on__gte", models.F("held_on")),
                    _connector="OR",
                ),
                name="dialogue_meeting_held_on_before_ends_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="dialogue_meeting_has_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_digital", True), ("place__isnull", False), _connector="OR"),
                name="dialogue_meeting_is_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("result__isnull", False), ("state", "held")),
                    models.Q(models.Q(("state", "held"), _negated=True), ("result__isnull", True)),
                    _connector="OR",
                ),
                name="dialogue_meeting_held_is_a_result",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "cancelled"), models.Q(("cancelled_because", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("state", "cancelled"), _negated=True), ("cancelled_because", "")
                    ),
                    _connector="OR",
                ),
                name="dialogue_meeting_cancelled_because",
            ),
        ),
        migrations.AddIndex(
            model_name="meetingdecision",
            index=models.Index(
                models.OrderBy(models.F("due_on"), nulls_last=True),
                condition=models.Q(("done_on__isnull", True)),
                name="dialogue_decision_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)),
                name="dialogue_meetingdecision_number_from_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingdecision",
            constraint=models.UniqueConstraint(
                fields=("meeting", "number"), name="dialogue_meetingdecision_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="dialogue_meetingdecision_has_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_by__isnull", True), ("done_on__isnull", True)),
                    models.Q(("done_by__isnull", False), ("done_on__isnull", False)),
                    _connector="OR",
                ),
                name="dialogue_meetingdecision_done_on_and_done_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at__isnull", True), ("done_on__isnull", True)),
                    models.Q(("done_at__isnull", False), ("done_on__isnull", False)),
                    _connector="OR",
                ),
                name="dialogue_meetingdecision_done_on_and_done_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["invited", "declined", "came", "absent"])),
                name="dialogue_participation_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(
                fields=("meeting", "organisation"), name="dialogue_participation_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(("was_asked", True), ("state", "came"), _connector="OR"),
                name="dialogue_participation_asked_or_came",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("people__isnull", True),
                    models.Q(("people__gte", 1), ("people__lte", 10000), ("state", "came")),
                    _connector="OR",
                ),
                name="dialogue_participation_people_who_came",
            ),
        ),
    ]
