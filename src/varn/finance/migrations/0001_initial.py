import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("mandate", "0006_held_by_the_database"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FundingSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("administration", "The agency's own appropriation"),
                            ("other_grant", "A grant from elsewhere"),
                            ("european_union", "The European Union"),
                            ("other", "Another source"),
                        ],
                        max_length=20,
                    ),
                ),
                ("named_at", models.DateTimeField()),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding_sources",
                        to="mandate.mandate",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GrantAccount",
            fields=[
                (
                    "grant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="account",
                        serialize=False,
                        to="mandate.grant",
                    ),
                ),
                ("limit_ore", models.BigIntegerField()),
                ("charged_ore", models.BigIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("charged_ore__lte", models.F("limit_ore"))),
                        name="finance_grant_cap",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("charged_ore__gte", 0)),
                        name="finance_grant_not_below_zero",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row", models.PositiveIntegerField(help_text="Its row in the file.")),
                ("series", models.CharField(blank=True, max_length=20)),
                ("voucher", models.CharField(max_length=40)),
                ("booked_on", models.DateField()),
                ("account", models.CharField(max_length=20)),
                ("account_name", models.CharField(blank=True, max_length=200)),
                ("cost_centre", models.CharField(blank=True, max_length=60)),
                ("project", models.CharField(blank=True, max_length=60)),
                (
                    "dimensions",
                    models.JSONField(default=dict, help_text="Other objects, by the dimension."),
                ),
                ("text", models.CharField(blank=True, max_length=500)),
                (
                    "amount_ore",
                    models.BigIntegerField(help_text="Debit is positive; a correction negative."),
                ),
                ("fingerprint", models.CharField(max_length=64)),
                (
                    "cost_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("salaries", "Salaries"),
                            ("travel", "Travel"),
                            ("premises", "Premises"),
                            ("services", "Consultants and services"),
                            ("meetings", "Conferences and meetings"),
                            ("communication", "Printing and communication"),
                            ("grants_paid", "Grants paid on to others"),
                            ("overhead", "Overhead"),
                            ("other", "Other costs"),
                        ],
                        max_length=20,
                    ),
                ),
                ("mapped_at", models.DateTimeField(blank=True, null=True)),
                ("charged_ore", models.BigIntegerField(default=0)),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Grows by one with each change."
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ledger_entries",
                        to="mandate.activity",
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ledger_entries",
                        to="mandate.mandate",
                    ),
                ),
                (
                    "mapped_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="By hand; then no rule changes it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Charge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("amount_ore", models.BigIntegerField()),
                ("charged_at", models.DateTimeField()),
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "charged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "grant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="charges",
                        to="mandate.grant",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="charges",
                        to="finance.fundingsource",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="charges",
                        to="finance.ledgerentry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LedgerImport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(help_text="Where the file is kept.", max_length=64)),
                ("file_name", models.CharField(max_length=255)),
                (
                    "kind",
                    models.CharField(
                        choices=[("xlsx", "Excel (xlsx)"), ("csv", "CSV"), ("sie", "SIE 4")],
                        max_length=10,
                    ),
                ),
                ("size", models.PositiveBigIntegerField()),
                (
                    "row_count",
                    models.PositiveIntegerField(help_text="Rows of vouchers in the file."),
                ),
                (
                    "new_count",
                    models.PositiveIntegerField(help_text="Rows that were not there before."),
                ),
                ("amount_ore", models.BigIntegerField(help_text="Sum of the new rows.")),
                ("first_day", models.DateField(blank=True, null=True)),
                ("last_day", models.DateField(blank=True, null=True)),
                (
                    "finding",
                    models.JSONField(help_text="What stands in the way, and what to look at."),
                ),
                ("read_at", models.DateTimeField()),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
                (
                    "applied_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ledger_imports",
                        to="mandate.mandate",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="ledger_import",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="finance.ledgerimport",
            ),
        ),
        migrations.CreateModel(
            name="MappingRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="Its name; never used again."),
                ),
                (
                    "priority",
                    models.PositiveSmallIntegerField(help_text="The lowest is tried first."),
                ),
                ("account_from", models.CharField(blank=True, max_length=20)),
                ("account_to", models.CharField(blank=True, max_length=20)),
                (
                    "cost_centre",
                    models.CharField(
                        blank=True, help_text="A last * is any ending.", max_length=60
                    ),
                ),
                (
                    "project",
                    models.CharField(
                        blank=True, help_text="A last * is any ending.", max_length=60
                    ),
                ),
                ("other_object", models.CharField(blank=True, max_length=60)),
                ("text_contains", models.CharField(blank=True, max_length=100)),
                (
                    "cost_type",
                    models.CharField(
                        choices=[
                            ("salaries", "Salaries"),
                            ("travel", "Travel"),
                            ("premises", "Premises"),
                            ("services", "Consultants and services"),
                            ("meetings", "Conferences and meetings"),
                            ("communication", "Printing and communication"),
                            ("grants_paid", "Grants paid on to others"),
                            ("overhead", "Overhead"),
                            ("other", "Other costs"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Grows by one with each change."
                    ),
                ),
                ("submission", models.UUIDField(unique=True)),
                ("changed_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        help_text="Of the same mandate: a trigger says so.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mandate.activity",
                    ),
                ),
                (
                    "changed_by",
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
                        related_name="mapping_rules",
                        to="mandate.mandate",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="mapped_by_rule",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="finance.mappingrule",
            ),
        ),
        migrations.CreateModel(
            name="Budget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cost_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("salaries", "Salaries"),
                            ("travel", "Travel"),
                            ("premises", "Premises"),
                            ("services", "Consultants and services"),
                            ("meetings", "Conferences and meetings"),
                            ("communication", "Printing and communication"),
                            ("grants_paid", "Grants paid on to others"),
                            ("overhead", "Overhead"),
                            ("other", "Other costs"),
                        ],
                        max_length=20,
                    ),
                ),
                ("amount_ore", models.BigIntegerField()),
                ("note", models.CharField(blank=True, max_length=300)),
                ("submission", models.UUIDField(unique=True)),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Grows by one with each change."
                    ),
                ),
                ("changed_at", models.DateTimeField()),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budgets",
                        to="mandate.activity",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budgets",
                        to="mandate.assignment",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "grant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budgets",
                        to="mandate.grant",
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="budgets",
                        to="mandate.mandate",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cost_type", ""),
                            (
                                "cost_type__in",
                                [
                                    "salaries",
                                    "travel",
                                    "premises",
                                    "services",
                                    "meetings",
                                    "communication",
                                    "grants_paid",
                                    "overhead",
                                    "other",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="finance_budget_cost_type_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount_ore__gte", 0)),
                        name="finance_budget_not_below_zero",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Forecast",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("made_on", models.DateField()),
                (
                    "amount_ore",
                    models.BigIntegerField(help_text="What all the costs are expected to come to."),
                ),
                ("reason", models.TextField()),
                ("submission", models.UUIDField(unique=True)),
                ("made_at", models.DateTimeField()),
                (
                    "grant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forecasts",
                        to="mandate.grant",
                    ),
                ),
                (
                    "made_by",
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
                        related_name="forecasts",
                        to="mandate.mandate",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="finance_forecast_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount_ore__gte", 0)),
                        name="finance_forecast_not_below_zero",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year__isnull", True), ("year__range", (1900, 2200)), _connector="OR"
                        ),
                        name="finance_forecast_year_is_possible",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="fundingsource",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["administration", "other_grant", "european_union", "other"])
                ),
                name="finance_fundingsource_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingsource",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="finance_fundingsource_has_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingsource",
            constraint=models.UniqueConstraint(
                fields=("mandate", "name"), name="finance_fundingsource_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="charge",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_ore", 0), _negated=True),
                name="finance_charge_has_an_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="charge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("grant__isnull", True), ("source__isnull", False)),
                    models.Q(("grant__isnull", False), ("source__isnull", True)),
                    _connector="OR",
                ),
                name="finance_charge_one_payer",
            ),
        ),
        migrations.AddConstraint(
            model_name="charge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                    _connector="OR",
                ),
                name="finance_charge_withdrawn_at_and_withdrawn_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="charge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_because", "")),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        models.Q(("withdrawn_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="finance_charge_withdrawn_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerimport",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["xlsx", "csv", "sie"])),
                name="finance_ledgerimport_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerimport",
            constraint=models.CheckConstraint(
                condition=models.Q(("file_name", ""), _negated=True),
                name="finance_ledgerimport_has_file_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerimport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("applied_at__isnull", True), ("applied_by__isnull", True)),
                    models.Q(("applied_at__isnull", False), ("applied_by__isnull", False)),
                    _connector="OR",
                ),
                name="finance_ledgerimport_applied_at_and_applied_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerimport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first_day__isnull", True), ("last_day__isnull", True)),
                    models.Q(("first_day__isnull", False), ("last_day__isnull", False)),
                    _connector="OR",
                ),
                name="finance_ledgerimport_first_day_and_last_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerimport",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                name="finance_ledgerimport_sha256_form",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerimport",
            constraint=models.UniqueConstraint(
                fields=("mandate", "sha256"), name="finance_ledgerimport_file_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerimport",
            constraint=models.UniqueConstraint(
                fields=("id", "mandate"), name="finance_ledgerimport_of_mandate"
            ),
        ),
        migrations.AddConstraint(
            model_name="mappingrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "cost_type__in",
                        [
                            "salaries",
                            "travel",
                            "premises",
                            "services",
                            "meetings",
                            "communication",
                            "grants_paid",
                            "overhead",
                            "other",
                        ],
                    )
                ),
                name="finance_mappingrule_cost_type_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="mappingrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("removed_at__isnull", True), ("removed_by__isnull", True)),
                    models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                    _connector="OR",
                ),
                name="finance_mappingrule_removed_at_and_removed_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="mappingrule",
            constraint=models.UniqueConstraint(
                fields=("mandate", "number"), name="finance_mappingrule_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="mappingrule",
            constraint=models.UniqueConstraint(
                fields=("id", "mandate"), name="finance_mappingrule_of_mandate"
            ),
        ),
        migrations.AddConstraint(
            model_name="mappingrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("account_from", ""), ("account_to", "")),
                    models.Q(
                        ("account_from__regex", "^[0-9]+$"),
                        ("account_to__regex", "^[0-9]+$"),
                        ("account_to__gte", models.F("account_from")),
                    ),
                    _connector="OR",
                ),
                name="finance_mappingrule_accounts_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="mappingrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("account_from", ""),
                    ("cost_centre", ""),
                    ("other_object", ""),
                    ("project", ""),
                    ("text_contains", ""),
                    _negated=True,
                ),
                name="finance_mappingrule_asks_something",
            ),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(
                fields=["mandate", "-booked_on", "-id"], name="finance_ledgerentry_latest"
            ),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(fields=["mandate", "account"], name="finance_ledgerentry_account"),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(
                condition=models.Q(
                    models.Q(("cost_type", ""), _negated=True),
                    models.Q(("charged_ore", models.F("amount_ore")), _negated=True),
                ),
                fields=["mandate", "booked_on", "id"],
                name="finance_ledgerentry_to_charge",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cost_type", ""),
                    (
                        "cost_type__in",
                        [
                            "salaries",
                            "travel",
                            "premises",
                            "services",
                            "meetings",
                            "communication",
                            "grants_paid",
                            "overhead",
                            "other",
                        ],
                    ),
                    _connector="OR",
                ),
                name="finance_ledgerentry_cost_type_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("voucher", ""), _negated=True),
                name="finance_ledgerentry_has_voucher",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("account", ""), _negated=True),
                name="finance_ledgerentry_has_account",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.UniqueConstraint(
                fields=("mandate", "fingerprint"), name="finance_ledgerentry_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("fingerprint__regex", "^[0-9a-f]{64}$")),
                name="finance_ledgerentry_fingerprint_form",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("amount_ore__gte", 0),
                        ("charged_ore__gte", 0),
                        ("charged_ore__lte", models.F("amount_ore")),
                    ),
                    models.Q(
                        ("amount_ore__lt", 0),
                        ("charged_ore__gte", models.F("amount_ore")),
                        ("charged_ore__lte", 0),
                    ),
                    _connector="OR",
                ),
                name="finance_ledgerentry_charged_within",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("activity", None),
                        ("cost_type", ""),
                        ("mapped_by", None),
                        ("mapped_by_rule", None),
                    ),
                    models.Q(
                        models.Q(("cost_type", ""), _negated=True),
                        models.Q(
                            models.Q(("mapped_by", None), ("mapped_by_rule__isnull", False)),
                            models.Q(("mapped_by__isnull", False), ("mapped_by_rule", None)),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="finance_ledgerentry_mapped_by_one",
            ),
        ),
    ]
