import pytest
from django import forms
from django.utils.translation import override

from tests.ui.pages import draw


class Activity(forms.Form):
    """A form with one field of each shape."""

    title = forms.CharField(label="Vad gjordes?", help_text="En mening räcker.")
    place = forms.ChoiceField(label="Plats", choices=[("2180", "Gävle")], required=False)
    reach = forms.ChoiceField(
        label="Vilka?", widget=forms.RadioSelect, choices=[("a", "Alla"), ("b", "Några")]
    )
    final = forms.BooleanField(label="Sista", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.fixture(autouse=True)
def swedish():
    with override("sv"):
        yield


def test_a_field_is_tied_to_its_hint_and_its_error():
    html = draw("{{ form }}", form=Activity({"title": ""}))

    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html


def test_a_field_that_may_be_left_out_says_so():
    html = draw("{% field form.place %}", form=Activity())

    assert "frivilligt" in html
    assert 'class="ds-input"' in html


def test_choices_stand_together_under_their_question():
    html = draw("{% field form.reach %}", form=Activity())

    assert html.startswith("<fieldset")
    assert "<legend>Vilka?" in html
    assert html.count('type="radio"') == 2


def test_a_checkbox_comes_before_its_words():
    html = draw("{% field form.final %}", form=Activity())

    assert html.index("<input") < html.index("<label")


def test_a_hidden_field_has_no_label_and_no_class():
    html = draw("{{ form.secret }}", form=Activity())

    assert "ds-input" not in html


def test_a_field_may_be_asked_in_other_words():
    html = draw('{% field form.title label="Berätta" hint="Kort." %}', form=Activity())

    assert "Berätta" in html
    assert "Kort." in html
    assert "Vad gjordes?" not in html


def test_the_summary_leads_to_each_field_in_error():
    html = draw("{% error_summary form %}", form=Activity({"title": ""}))

    assert 'href="#id_title"' in html
    assert 'href="#id_reach"' in html
    assert 'id="id_reach"' in draw("{% field form.reach %}", form=Activity({"title": ""}))


def test_a_form_without_errors_has_no_summary():
    assert draw("{% error_summary form %}", form=Activity()) == ""


def test_what_was_typed_comes_back_escaped():
    html = draw("{{ form }}", form=Activity({"title": '"><script>'}))

    assert "<script>" not in html
