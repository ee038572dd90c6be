"""NewsML 1.2, the IPTC's first News Markup Language: one release as one news item.

`write.py` maps, `places.py` says which field has a place of its own in the standard, the template holds the envelope.
"""

from pressrelease.formats.registry import Format
from pressrelease.formats.wire.newsml_1_2.read import read, recognise
from pressrelease.formats.wire.newsml_1_2.stream import join, split
from pressrelease.formats.wire.newsml_1_2.write import TEMPLATE, NewsML12, write

NEWSML_1_2 = Format(
    name="newsml-1.2",
    title="NewsML 1.2",
    group="wire",
    media_type="application/xml",
    suffixes=(".newsml-1.2.xml", ".newsml.xml", ".newsml"),
    binary=True,
    template=TEMPLATE,
    options=NewsML12,
    recognise=recognise,
    read=read,
    write=write,
    split=split,
    join=join,
)
FORMATS = (NEWSML_1_2,)
