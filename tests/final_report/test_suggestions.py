from varn.final_report.choices import PlacedKind
from varn.final_report.gateways.words import words_in
from varn.final_report.rules.markup import read
from varn.final_report.rules.placeable import NAMES
from varn.final_report.rules.suggestions import suggestions


def test_everything_that_can_be_placed_is_suggested_once_figures_first():
    found = [(each.kind, each.name) for each in suggestions(words_in("sv"), {})]

    assert found == [(kind, name) for kind, names in NAMES.items() for name in names]
    assert found[0][0] == PlacedKind.FIGURE


def test_every_suggested_text_can_be_put_into_a_part_as_it_is():
    for language in ("sv", "en"):
        for each in suggestions(words_in(language), {}):
            assert not read(each.text, NAMES).problems, each.name


def test_a_figure_shows_its_value_now_and_a_table_none():
    found = {
        (each.kind, each.name): each.value
        for each in suggestions(words_in("sv"), {"results": "28", "counties": "8"})
    }

    assert found["figure", "results"] == "28"
    assert found["figure", "activities"] == ""
    assert found["table", "counties"] == ""
