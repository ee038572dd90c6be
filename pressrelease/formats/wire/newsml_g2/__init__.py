"""NewsML-G2 2.35, conformance power: one release as one news item (IPTC NewsML-G2 Specification).

`write.py` maps, `places.py` says which field has a place of its own in the standard, the template holds the envelope.
"""

from pressrelease.formats.registry import Format
from pressrelease.formats.wire.newsml_g2.join import MESSAGE_TYPE, join
from pressrelease.formats.wire.newsml_g2.read import read, recognise
from pressrelease.formats.wire.newsml_g2.split import split
from pressrelease.formats.wire.newsml_g2.write import TEMPLATE, NewsMLG2, write

NEWSML_G2 = Format(
    name="newsml-g2",
    title="NewsML-G2 2.35",
    group="wire",
    media_type="application/vnd.iptc.g2.newsitem+xml",
    suffixes=(".newsml-g2.xml", ".g2.xml"),
    binary=True,
    template=TEMPLATE,
    options=NewsMLG2,
    recognise=recognise,
    read=read,
    write=write,
    split=split,
    join=join,
    joined_type=MESSAGE_TYPE,
)
FORMATS = (NEWSML_G2,)
