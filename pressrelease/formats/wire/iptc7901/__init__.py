"""IPTC 7901, the teletype format of European agencies: one release as one message of bytes.

`header.py` holds the slots, `write.py` sets them around wire text, `read.py` takes messages of any agency apart.
"""

from pressrelease.formats.registry import Format
from pressrelease.formats.wire.iptc7901.options import Iptc7901Options
from pressrelease.formats.wire.iptc7901.read import read, recognise
from pressrelease.formats.wire.iptc7901.write import write
from pressrelease.formats.wire.wiretext.gaps import GAPS
from pressrelease.formats.wire.wiretext.stream import joined, stories

IPTC7901 = Format(
    name="iptc7901",
    title="IPTC 7901",
    group="wire",
    media_type="text/x-iptc7901",
    suffixes=(".iptc7901", ".iptc"),
    binary=True,
    recognise=recognise,
    read=read,
    write=write,
    split=stories,
    join=joined,
    cannot_carry=GAPS,
    options=Iptc7901Options,
)
FORMATS = (IPTC7901,)
