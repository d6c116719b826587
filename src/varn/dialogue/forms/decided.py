"""The part of the form that says what was decided: what stands already, then empty rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varn.dialogue.actions import Decided
from varn.dialogue.forms.meetings import LONGEST_TEXT
from varn.dialogue.forms.outcome_rows import DecisionRow
from varn.dialogue.models import MeetingDecision
from varn.ui.fields import day_field

NEW_DECISIONS = ("new0", "new1", "new2")  # empty rows; opened again, the form has three more
DECISION_FIELDS = ("text", "responsible", "due")


class DecidedForm(forms.Form):
    """What was decided. Fields are named by the decisions' keys."""

    decisions: Sequence[MeetingDecision]

    def add_decisions(
        self, decisions: Sequence[MeetingDecision], *, responsible: Mapping[int, str]
    ) -> None:
        """Give each decision its fields; `responsible` are those who can be chosen."""
        self.decisions = decisions
        held = {e.responsible.pk: e.responsible.name for e in decisions if e.responsible}
        for key in self._keys():
            self._add_decision(key, {**responsible, **held})

    def _add_decision(self, key: str, responsible: Mapping[int, str]) -> None:
        named = [(str(pk), name) for pk, name in responsible.items()]
        self.fields[f"text_{key}"] = forms.CharField(
            label=_("Decision"),
            max_length=LONGEST_TEXT,
            required=key not in NEW_DECISIONS,
            widget=forms.Textarea(attrs={"rows": 2}),
            error_messages={
                "required": _("A decision that was taken stays. Correct its words instead.")
            },
        )
        self.fields[f"responsible_{key}"] = forms.TypedChoiceField(
            label=_("Who does it"),
            choices=[("", _("Nobody in particular")), *named],
            coerce=int,
            empty_value=None,
            required=False,
        )
        self.fields[f"due_{key}"] = day_field(_("By when"), required=False)

    def _keys(self) -> list[str]:
        return [*(str(each.pk) for each in self.decisions), *NEW_DECISIONS]

    @property
    def known_decision_rows(self) -> list[DecisionRow]:
        """The decisions that stand already."""
        return [self._row(str(each.pk), each.number) for each in self.decisions]

    @property
    def new_decision_rows(self) -> list[DecisionRow]:
        return [self._row(key) for key in NEW_DECISIONS]

    @property
    def has_new_decisions(self) -> bool:
        """Whether something is typed in the empty rows, so that they must be in sight."""
        rows = self.new_decision_rows
        return any(
            row.text.value() or row.responsible.value() or row.due_on.value() for row in rows
        )

    def _row(self, key: str, number: int | None = None) -> DecisionRow:
        text, responsible, due_on = (self[f"{field}_{key}"] for field in DECISION_FIELDS)
        return DecisionRow(number, text, responsible, due_on)

    def check_decisions(self, cleaned: dict[str, Any]) -> None:
        """Whoever names a day or somebody responsible says for what."""
        for key in self._keys():
            is_begun = cleaned.get(f"responsible_{key}") or cleaned.get(f"due_{key}")
            if is_begun and f"text_{key}" in cleaned and not cleaned[f"text_{key}"]:
                self.add_error(f"text_{key}", _("Write what was decided."))

    def decided(self) -> list[Decided]:
        """What was filled in, once the form is valid."""
        cleaned = self.cleaned_data
        return [
            Decided(
                text=cleaned[f"text_{key}"],
                responsible_id=cleaned[f"responsible_{key}"],
                due_on=cleaned[f"due_{key}"],
                decision_id=None if key in NEW_DECISIONS else int(key),
            )
            for key in self._keys()
            if cleaned[f"text_{key}"]
        ]
