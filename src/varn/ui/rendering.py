"""How forms become HTML: each field with label, hint and errors tied to it for screen readers."""

from typing import Any

from django.forms import (
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    HiddenInput,
    MultiWidget,
    RadioSelect,
    Widget,
)
from django.forms.renderers import TemplatesSetting

INPUT_CLASS = "ds-input"
WITHOUT_CLASS = (HiddenInput, MultiWidget)


class Field(BoundField):
    """A field that knows how the design system wants it drawn."""

    @property
    def is_single_checkbox(self) -> bool:
        return isinstance(self.field.widget, CheckboxInput)

    @property
    def is_choice_list(self) -> bool:
        return isinstance(self.field.widget, RadioSelect | CheckboxSelectMultiple)

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: Widget | None = None
    ) -> dict[str, Any]:
        drawn = widget or self.field.widget
        built = super().build_widget_attrs(attrs, drawn)
        if not isinstance(drawn, WITHOUT_CLASS):
            own = built.get("class") or drawn.attrs.get("class", "")
            built["class"] = f"{own} {INPUT_CLASS}".strip()
        return built


class FormRenderer(TemplatesSetting):
    """Draws `{{ form }}` and `{{ form.name.as_field_group }}` with our own templates."""

    form_template_name = "ui/forms/form.html"
    formset_template_name = "ui/forms/formset.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = Field
