"""What the agency has stated to the paymaster about a grant, to the öre."""

from django.db import models
from django.db.models import Q

from varn.finance.choices import STATEMENT_KINDS
from varn.kernel.privacy import classify
from varn.mandate.choices import DocumentKind


class GrantStatement(models.Model):
    """The figures of one frozen document: a requisition, a repayment or a financial account.

    Triggers hold that no sum of requisitions passes its grant, that a repayment is what is
    requisitioned and not used, and that the figures are the ledger's when they are frozen.
    Never changed or deleted; a mended document replaces the one before it.
    """

    privacy = classify(
        public=["document", "grant", "kind", "amount_ore", "requisitioned_ore", "charged_ore",
                "repaid_ore", "replaces"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    document = models.OneToOneField(
        "mandate.OutgoingDocument",
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="statement",
    )
    grant = models.ForeignKey("mandate.Grant", on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=30, choices=DocumentKind.choices)
    amount_ore = models.BigIntegerField(help_text="Asked for, repaid or used.")
    requisitioned_ore = models.BigIntegerField(help_text="In all, this document counted.")
    charged_ore = models.BigIntegerField(help_text="To the grant, by the ledger.")
    repaid_ore = models.BigIntegerField(help_text="In all, this document counted.")
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=STATEMENT_KINDS), name="finance_grantstatement_kind"
            ),
            models.CheckConstraint(
                condition=Q(amount_ore__gt=0) | (Q(amount_ore=0) & ~Q(kind="requisition")),
                name="finance_grantstatement_amount",
            ),
            models.CheckConstraint(
                condition=Q(charged_ore__gte=0, repaid_ore__gte=0, requisitioned_ore__gte=0),
                name="finance_grantstatement_not_below_zero",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.amount_ore}"
