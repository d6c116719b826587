import pytest

from varn.project.env import SettingError, read_environment

PRODUCTION = {
    "VARN_ENVIRONMENT": "production",
    "DATABASE_URL": "postgresql://varn@db/varn",
    "VARN_SECRET_KEY": "x" * 50,
    "VARN_HOSTS": "varn.example.se, www.varn.example.se",
    "VARN_ORIGIN": "https://varn.example.se",
    "VARN_MAIL_URL": "smtp://mail.example.se:587",
    "VARN_CHAIN_SIGNING_KEY": "ab" * 32,
}


def test_nothing_set_means_one_machine_and_its_own_folder():
    environment = read_environment({})

    assert not environment.is_production
    assert environment.database_url is None
    assert environment.data.name == "var"


def test_a_complete_production_is_taken():
    environment = read_environment(PRODUCTION)

    assert environment.hosts == ("varn.example.se", "www.varn.example.se")


@pytest.mark.parametrize("name", sorted(set(PRODUCTION) - {"VARN_ENVIRONMENT"}))
def test_a_setting_that_production_lacks_names_itself_and_the_remedy(name):
    values = {**PRODUCTION, name: ""}

    with pytest.raises(SettingError, match=f"{name} is missing. Set it to .+"):
        read_environment(values)


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("VARN_ENVIRONMENT", "prod", "VARN_ENVIRONMENT is 'prod'. Set it to one of"),
        ("DATABASE_URL", "mysql://x/y", "DATABASE_URL is not an address. Start it with postgresql"),
        ("VARN_SECRET_KEY", "short", "VARN_SECRET_KEY is too short"),
        ("VARN_HOSTS", "*", "VARN_HOSTS lets in any name. Name each host"),
        ("VARN_ORIGIN", "http://varn.example.se", "VARN_ORIGIN is not https"),
        ("VARN_TRUST_PROXY", "maybe", "VARN_TRUST_PROXY is 'maybe'"),
    ],
)
def test_a_wrong_setting_names_itself_and_the_remedy(name, value, problem):
    with pytest.raises(SettingError, match=problem):
        read_environment({**PRODUCTION, name: value})
