import stat

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from varn.kernel.files import keep_file, kept_file


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=500))
def test_what_is_kept_comes_back_byte_for_byte(data):
    assert kept_file(keep_file(data)).read_bytes() == data


def test_the_same_content_is_kept_once(settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path

    assert keep_file(b"minutes") == keep_file(b"minutes")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_only_the_owner_reads_what_is_kept(settings, tmp_path):
    settings.EVIDENCE_ROOT = tmp_path

    path = kept_file(keep_file(b"minutes"))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
