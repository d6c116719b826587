"""Forms about people, their roles and the invitations to them."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from varn.accounts.models import Membership, Role, User
from varn.accounts.queries import grantable_roles, roles
from varn.directory.queries.organisations import find_organisations, valid_on

if TYPE_CHECKING:
    from varn.directory.models import Organisation, Unit

Typed = Mapping[str, Any] | None
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ProfileForm(forms.Form):
    """One's own name and language."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language of mail to you"),
        choices=settings.LANGUAGES,
        help_text=_("You choose the language of the pages on each page."),
    )


class InvitationForm(forms.Form):
    """Who is invited, and to what."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("The person's own address at work. They sign in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role: "forms.ModelChoiceField[Role]" = forms.ModelChoiceField(
        label=_("Role"),
        queryset=None,
        empty_label=_("Choose a role"),
        to_field_name="slug",
        help_text=_("You can give the roles that allow no more than your own."),
    )
    organisation: "forms.ModelChoiceField[Organisation]" = forms.ModelChoiceField(
        label=_("Organisation"), queryset=None, empty_label=_("Choose an organisation")
    )
    unit = forms.CharField(
        label=_("Unit"),
        max_length=200,
        required=False,
        help_text=_("If the role is for one unit only. Write its name as in the directory."),
    )
    ends_on = forms.DateField(
        label=_("Last day of the role"),
        required=False,
        widget=DAY,
        help_text=_("Leave it empty if the role has no last day."),
    )
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)

    def __init__(
        self, data: Typed = None, *, by: User, today: date, initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial=initial)
        self.today = today
        grantable = [role.pk for role in grantable_roles(by)]
        self.fields["role"].queryset = roles().filter(pk__in=grantable)  # type: ignore[attr-defined]
        existing = find_organisations().filter(valid_on(today))
        self.fields["organisation"].queryset = existing  # type: ignore[attr-defined]

    def clean_ends_on(self) -> date | None:
        """Refuse a day that has been."""
        return _not_past(self.cleaned_data["ends_on"], self.today)

    def clean(self) -> dict[str, Any]:
        """Find the unit by its name in the organisation."""
        cleaned = super().clean() or {}
        cleaned["unit"] = self._unit(cleaned.get("organisation"), cleaned.get("unit", ""))
        return cleaned

    def _unit(self, organisation: "Organisation | None", name: str) -> "Unit | None":
        if organisation is None or not name:
            return None
        units = {unit.name.casefold(): unit for unit in organisation.units.order_by("name", "pk")}
        if name.strip().casefold() not in units:
            known = ", ".join(unit.name for unit in units.values())
            self.add_error("unit", _unknown_unit(known))
            return None
        return units[name.strip().casefold()]


class MembershipForm(forms.Form):
    """Another role or last day of a membership, as it stood when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    role: "forms.ModelChoiceField[Role]" = forms.ModelChoiceField(
        label=_("Role"), queryset=None, empty_label=None, to_field_name="slug"
    )
    ends_on = forms.DateField(
        label=_("Last day of the role"),
        required=False,
        widget=DAY,
        help_text=_("Leave it empty if the role has no last day."),
    )

    def __init__(
        self,
        data: Typed,
        *,
        by: User,
        membership: Membership,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.membership = membership
        grantable = [role.pk for role in grantable_roles(by)]
        self.fields["role"].queryset = roles().filter(pk__in=grantable)  # type: ignore[attr-defined]

    def clean_ends_on(self) -> date | None:
        """Refuse a last day before the first."""
        day: date | None = self.cleaned_data["ends_on"]
        if day and day < self.membership.starts_on:
            raise ValidationError(_("The last day is before the first. Choose a later day."))
        return day


class JoinForm(forms.Form):
    """Who somebody is, and the password they choose, when they accept an invitation."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        max_length=200,
        help_text=_("At least 12 characters. A few words that only you would combine are good."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label=_("The same password again"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Typed, *, email: str) -> None:
        super().__init__(data)
        self.email = email

    def clean(self) -> dict[str, Any]:
        """Refuse a weak password, or two that differ."""
        cleaned = super().clean() or {}
        password, again = cleaned.get("password"), cleaned.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", _("The passwords differ. Write the same one twice."))
        elif password:
            self._judge(password, User(email=self.email, name=cleaned.get("name", "")))
        return cleaned

    def _judge(self, password: str, user: User) -> None:
        try:
            validate_password(password, user)
        except ValidationError as error:
            self.add_error("password", error)


def _not_past(day: date | None, today: date) -> date | None:
    if day and day < today:
        raise ValidationError(_("The day has been. Choose today or a later day."))
    return day


def _unknown_unit(known: str) -> str:
    if not known:
        return str(_("The organisation has no units in the directory. Leave the field empty."))
    return str(_("The organisation has no unit with that name. Its units: {units}.")).format(
        units=known
    )
