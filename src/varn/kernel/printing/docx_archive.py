"""A Word file's archive, packed so that the same parts give the same bytes anywhere."""

import zipfile
from io import BytesIO

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that an archive can say
TYPES = "[Content_Types].xml"  # stands first, as readers expect


def same_bytes(data: bytes) -> bytes:
    """The archive with fixed times and order, unpacked: packers differ between machines."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(packed, "w") as made:
        for name in sorted(given.namelist(), key=lambda name: (name != TYPES, name)):
            part = zipfile.ZipInfo(name, date_time=EARLIEST)
            part.create_system = 0
            part.external_attr = 0
            made.writestr(part, given.read(name), compress_type=zipfile.ZIP_STORED)
    return packed.getvalue()
