"""The agency's ledger as it was read in: the files, and every row of every voucher."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from varn.finance.choices import CostType, LedgerKind
from varn.finance.models.base import SHA256_FORM, known_cost_type, not_empty
from varn.finance.models.mapping import MappingRule
from varn.kernel.constraints import both_or_neither, one_of
from varn.kernel.privacy import classify
from varn.kernel.search import search_index


class LedgerImport(models.Model):
    """One ledger file: first a preview, then brought in as a whole or not at all."""

    privacy = classify(
        public=["mandate", "sha256", "kind", "size"],
        internal=["file_name", "row_count", "new_count", "amount_ore", "first_day", "last_day",
                  "finding", "read_at", "applied_at"],
        work=["read_by", "applied_by"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(
        "mandate.Mandate", on_delete=models.PROTECT, related_name="ledger_imports"
    )
    sha256 = models.CharField(max_length=64, help_text="Where the file is kept.")
    file_name = models.CharField(max_length=255)
    kind = models.CharField(max_length=10, choices=LedgerKind.choices)
    size = models.PositiveBigIntegerField()
    row_count = models.PositiveIntegerField(help_text="Rows of vouchers in the file.")
    new_count = models.PositiveIntegerField(help_text="Rows that were not there before.")
    amount_ore = models.BigIntegerField(help_text="Sum of the new rows.")
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    finding = models.JSONField(help_text="What stands in the way, and what to look at.")
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("kind", LedgerKind),
            not_empty("file_name"),
            both_or_neither("applied_at", "applied_by"),
            both_or_neither("first_day", "last_day"),
            models.CheckConstraint(
                condition=Q(sha256__regex=SHA256_FORM), name="finance_ledgerimport_sha256_form"
            ),
            models.UniqueConstraint(
                fields=["mandate", "sha256"], name="finance_ledgerimport_file_once"
            ),
            models.UniqueConstraint(
                fields=["id", "mandate"], name="finance_ledgerimport_of_mandate"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class LedgerEntry(models.Model):
    """One row of one voucher. What was booked is never changed (a trigger); its mapping may be.

    `charged_ore` is kept by the triggers of `Charge` and refused from anybody else.
    """

    privacy = classify(
        public=["mandate", "ledger_import", "row", "series", "voucher", "booked_on", "account",
                "account_name", "cost_centre", "project", "dimensions", "amount_ore", "fingerprint",
                "cost_type", "activity", "mapped_by_rule", "charged_ore"],
        internal=["version", "mapped_at"],
        work=["text", "mapped_by"],  # the text of a voucher may hold a person's name
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(
        "mandate.Mandate", on_delete=models.PROTECT, related_name="ledger_entries"
    )
    ledger_import = models.ForeignKey(
        LedgerImport, on_delete=models.PROTECT, related_name="entries"
    )
    row = models.PositiveIntegerField(help_text="Its row in the file.")
    series = models.CharField(max_length=20, blank=True)
    voucher = models.CharField(max_length=40)
    booked_on = models.DateField()
    account = models.CharField(max_length=20)
    account_name = models.CharField(max_length=200, blank=True)
    cost_centre = models.CharField(max_length=60, blank=True)
    project = models.CharField(max_length=60, blank=True)
    dimensions = models.JSONField(default=dict, help_text="Other objects, by the dimension.")
    text = models.CharField(max_length=500, blank=True)
    amount_ore = models.BigIntegerField(help_text="Debit is positive; a correction negative.")
    fingerprint = models.CharField(max_length=64)
    cost_type = models.CharField(max_length=20, choices=CostType.choices, blank=True)
    activity = models.ForeignKey(
        "mandate.Activity",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="ledger_entries",
    )
    mapped_by_rule = models.ForeignKey(
        MappingRule, null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    mapped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="By hand; then no rule changes it.",
    )
    mapped_at = models.DateTimeField(null=True, blank=True)
    charged_ore = models.BigIntegerField(default=0)
    version = models.PositiveIntegerField(default=1, help_text="Grows by one with each change.")

    class Meta:
        constraints = [
            known_cost_type(),
            not_empty("voucher"),
            not_empty("account"),
            models.UniqueConstraint(
                fields=["mandate", "fingerprint"], name="finance_ledgerentry_once"
            ),
            models.CheckConstraint(
                condition=Q(fingerprint__regex=SHA256_FORM),
                name="finance_ledgerentry_fingerprint_form",
            ),
            models.CheckConstraint(
                condition=Q(amount_ore__gte=0, charged_ore__gte=0, charged_ore__lte=F("amount_ore"))
                | Q(amount_ore__lt=0, charged_ore__lte=0, charged_ore__gte=F("amount_ore")),
                name="finance_ledgerentry_charged_within",
            ),
            models.CheckConstraint(
                condition=Q(cost_type="", mapped_by_rule=None, mapped_by=None, activity=None)
                | (~Q(cost_type="") & (
                    Q(mapped_by_rule__isnull=False, mapped_by=None)
                    | Q(mapped_by_rule=None, mapped_by__isnull=False)
                )),
                name="finance_ledgerentry_mapped_by_one",
            ),
        ]  # fmt: skip
        indexes = [
            *search_index("text", name="finance_entry"),
            models.Index(fields=["voucher"], name="finance_ledgerentry_voucher"),
            models.Index(
                fields=["mandate", "-booked_on", "-id"], name="finance_ledgerentry_latest"
            ),
            models.Index(fields=["mandate", "account"], name="finance_ledgerentry_account"),
            models.Index(
                fields=["mandate", "booked_on", "id"],
                name="finance_ledgerentry_to_charge",
                condition=~Q(cost_type="") & ~Q(charged_ore=F("amount_ore")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.voucher}".strip()

    @property
    def uncharged_ore(self) -> int:
        """What nobody pays for yet."""
        return self.amount_ore - self.charged_ore
