"""Each test of the trail has a folder of its own for exported heads, and a key of its own."""

import pytest


@pytest.fixture(autouse=True)
def outside(settings, tmp_path):
    settings.CHAIN_HEADS = tmp_path / "heads"
    settings.CHAIN_SIGNING_KEY = None
    settings.CHAIN_SIGNING_KEY_FILE = tmp_path / "key"
    return tmp_path
