import json
import re
from datetime import date

import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.utils.translation import override

from tests.architecture.source import SOURCE
from tests.ui.pages import draw
from varn.ui.templatetags.ui import asset

ICONS = set(json.loads((SOURCE / "ui/assets/icons.json").read_text()))
USED_ICON = re.compile(r"""(?:\{% icon |icon=)["']([a-z0-9-]+)["']""")
TODAY = date(2014, 11, 15)


@pytest.fixture(autouse=True)
def swedish():
    with override("sv"):
        yield


def test_an_icon_is_silent_unless_it_stands_alone():
    assert 'aria-hidden="true"' in draw('{% icon "phone" %}')
    assert 'role="img" aria-label="Ring"' in draw('{% icon "phone" label="Ring" %}')


def test_every_icon_that_a_template_names_is_built():
    templates = SOURCE.glob("*/templates/**/*.html")
    named = {name for path in templates for name in USED_ICON.findall(path.read_text())}

    assert named - ICONS == set()


def test_a_badge_always_has_words():
    assert "Sen" in draw('{% badge "Sen" tone="danger" %}')


def test_text_from_outside_is_escaped():
    html = draw("{% alert title=title %}{{ title }}{% endalert %}", title="<script>")

    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 2


@pytest.mark.parametrize(("tone", "role"), [("danger", "alert"), ("success", "status")])
def test_a_live_alert_is_read_aloud(tone, role):
    html = draw(f'{{% alert tone="{tone}" live=True %}}Klart{{% endalert %}}')

    assert f'role="{role}"' in html


def test_a_card_with_an_address_has_one_link():
    assert draw('{% card title="Pengar" url="/pengar/" %}…{% endcard %}').count("<a ") == 1


def test_a_wide_table_scrolls_by_keyboard():
    html = draw('{% table "Kommuner" %}<table></table>{% endtable %}')

    assert 'tabindex="0"' in html
    assert 'aria-label="Kommuner"' in html


def test_an_empty_state_offers_the_first_thing_to_do():
    html = draw('{% empty_state title="Inget än" url="/ny/" label="Börja" %}…{% endempty_state %}')

    assert '<a class="ds-button" href="/ny/">Börja</a>' in html


def test_progress_is_words_and_a_bar():
    html = draw('{% progress 9 20 "krav har underlag" %}')

    assert "<strong>9 av 20</strong> krav har underlag" in html
    assert '<progress value="9" max="20"' in html


def test_large_numbers_stay_readable_for_machines():
    assert 'max="3000000"' in draw('{% progress 2114300 3000000 "kronor" %}')


def test_a_due_day_says_how_far_away_it_is():
    html = draw("{% due_on day today %}", day=date(2014, 12, 1), today=TODAY)

    assert '<time datetime="2014-12-01">den 1 december 2014</time>, om 16 dagar' in html


@pytest.mark.parametrize(
    ("day", "tone"),
    [
        (date(2014, 11, 12), "danger"),
        (date(2014, 11, 20), "warning"),
        (date(2015, 3, 31), "neutral"),
    ],
)
def test_a_deadline_gains_colour_as_it_comes_near(day, tone):
    assert f'data-color="{tone}"' in draw("{% due_badge day today %}", day=day, today=TODAY)


def test_page_links_keep_the_search():
    request = RequestFactory().get("/", {"q": "gävle"})
    page = Paginator(range(2_000), 10).page(3)

    html = draw("{% pagination page %}", page=page, request=request)

    assert 'aria-current="page"' in html
    assert html.count("q=g%C3%A4vle") == html.count("<a ")
    assert "page=200" in html


def test_one_page_needs_no_links():
    assert draw("{% pagination page %}", page=Paginator(range(3), 10).page(1)) == ""


def test_a_confirmation_carries_the_token():
    html = draw(
        '{% confirm action="/bort/" label="Ta bort" title="Säker?" text="…" confirm="Ja" %}',
        csrf_token="secret-token",
    )

    assert "secret-token" in html


def test_an_asset_has_an_address_even_without_the_list_of_names(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    broken = f"{ManifestStaticFilesStorage.__module__}.{ManifestStaticFilesStorage.__name__}"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": broken}}

    assert asset("varn.css") == "/static/ui/varn.css"
