"""NITF 3.6, the IPTC's News Industry Text Format: one release as one document.

`write.py` maps and says which field has a place of its own in the standard, the template holds the envelope.
"""

from pressrelease.formats.registry import Format
from pressrelease.formats.wire.nitf.write import TEMPLATE, NitfOptions, write

NITF = Format(
    name="nitf",
    title="NITF 3.6",
    group="wire",
    media_type="application/nitf+xml",
    suffixes=(".nitf.xml", ".nitf"),
    binary=True,
    template=TEMPLATE,
    options=NitfOptions,
    write=write,
)
FORMATS = (NITF,)
