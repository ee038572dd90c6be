"""NITF 3.6, the IPTC's News Industry Text Format: one release as one document.

Written: `write.py` maps, `places.py` says which field has a place of its own in the standard, the template holds the
envelope. Read: `docdata.py`, `identified.py` and `body_head.py` read what stands around the text into a `Draft`,
`assets.py` what stands beside it; `read.py` puts it together with the body.
"""

from pressrelease.formats.registry import Format
from pressrelease.formats.wire.nitf.read import read, recognise
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
    recognise=recognise,
    read=read,
    write=write,
)
FORMATS = (NITF,)
