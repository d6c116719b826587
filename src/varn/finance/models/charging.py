"""Who pays for what: the grants' accounts, other sources, and each charge."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from varn.finance.choices import SourceKind
from varn.finance.models.base import not_empty
from varn.finance.models.ledger import LedgerEntry
from varn.kernel.constraints import both_or_neither, one_of
from varn.kernel.privacy import classify


class GrantAccount(models.Model):
    """What one grant has been charged. Only the triggers write here; the check is the cap.

    A row lock makes two who charge at once wait for each other.
    """

    privacy = classify(public=["grant", "limit_ore", "charged_ore"])
    wagtail_reference_index_ignore = True

    grant = models.OneToOneField(
        "mandate.Grant", on_delete=models.PROTECT, primary_key=True, related_name="account"
    )
    limit_ore = models.BigIntegerField()
    charged_ore = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(charged_ore__lte=F("limit_ore")), name="finance_grant_cap"
            ),
            models.CheckConstraint(
                condition=Q(charged_ore__gte=0), name="finance_grant_not_below_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grant_id}"


class FundingSource(models.Model):
    """A named source of money beside the mandate's grants."""

    privacy = classify(public=["mandate", "name", "kind"], internal=["named_at"], work=["named_by"])
    wagtail_reference_index_ignore = True

    mandate = models.ForeignKey(
        "mandate.Mandate", on_delete=models.PROTECT, related_name="funding_sources"
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=SourceKind.choices)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    named_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("kind", SourceKind),
            not_empty("name"),
            models.UniqueConstraint(fields=["mandate", "name"], name="finance_fundingsource_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Charge(models.Model):
    """A part of a voucher's row that a grant or another source pays for.

    Never changed or deleted, only withdrawn with a reason. Triggers hold that it has the sign
    of its row, is of the same mandate and, for a grant, of the grant's year and within its cap.
    """

    privacy = classify(
        public=["entry", "grant", "source", "amount_ore", "withdrawn_because"],
        internal=["charged_at", "withdrawn_at"],
        work=["charged_by", "withdrawn_by"],
    )
    wagtail_reference_index_ignore = True

    entry = models.ForeignKey(LedgerEntry, on_delete=models.PROTECT, related_name="charges")
    grant = models.ForeignKey(
        "mandate.Grant", null=True, blank=True, on_delete=models.PROTECT, related_name="charges"
    )
    source = models.ForeignKey(
        FundingSource, null=True, blank=True, on_delete=models.PROTECT, related_name="charges"
    )
    amount_ore = models.BigIntegerField()
    charged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    charged_at = models.DateTimeField()
    withdrawn_because = models.CharField(max_length=300, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(amount_ore=0), name="finance_charge_has_an_amount"),
            models.CheckConstraint(
                condition=Q(grant__isnull=True, source__isnull=False)
                | Q(grant__isnull=False, source__isnull=True),
                name="finance_charge_one_payer",
            ),
            both_or_neither("withdrawn_at", "withdrawn_by"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because="")),
                name="finance_charge_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.amount_ore}"
