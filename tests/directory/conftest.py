from datetime import UTC, datetime

import pytest

from varn.directory.actions import load_directory


@pytest.fixture
def directory(db):
    return load_directory(at=datetime(2014, 11, 15, 9, 0, tzinfo=UTC))
