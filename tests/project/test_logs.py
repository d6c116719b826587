import logging
from logging.config import dictConfig

import pytest
from django.conf import settings
from django.urls import reverse

from varn.mandate.rules.tokens import new_token
from varn.project.logs import WithoutSecrets


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["mandate:calendar_file", "accounts:invitation_accept"])
def test_a_secret_address_that_leads_nowhere_is_not_told_to_the_log(client, caplog, name):
    token = new_token()
    caplog.handler.addFilter(WithoutSecrets())

    client.get(reverse(name, args=[token]))

    assert token not in caplog.text


def test_every_line_of_the_log_goes_through_the_filter(capsys):
    dictConfig(settings.LOGGING)

    logging.getLogger("django.request").warning("Not Found: %s", "/sv/kalender/" + "a" * 43)

    assert capsys.readouterr().err.rstrip().endswith("Not Found: /sv/kalender/…")
