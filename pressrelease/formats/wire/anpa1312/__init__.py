"""ANPA 1312, the teletype format of American agencies: one release as one message of bytes.

`header.py` holds the slots, `spelling.py` the wire's marks, `write.py` sets the slots around wire text, `read.py` takes
messages of any agency apart.
"""

from pressrelease.formats.registry import Format
from pressrelease.formats.wire.anpa1312.gaps import GAPS
from pressrelease.formats.wire.anpa1312.options import Anpa1312Options
from pressrelease.formats.wire.anpa1312.read import read, recognise
from pressrelease.formats.wire.anpa1312.write import write
from pressrelease.formats.wire.wiretext.stream import joined, stories

ANPA1312 = Format(
    name="anpa1312",
    title="ANPA 1312",
    group="wire",
    media_type="text/vnd.iptc.anpa",
    suffixes=(".anpa1312", ".anpa"),
    binary=True,
    recognise=recognise,
    read=read,
    write=write,
    split=stories,
    join=joined,
    cannot_carry=GAPS,
    options=Anpa1312Options,
)
FORMATS = (ANPA1312,)
