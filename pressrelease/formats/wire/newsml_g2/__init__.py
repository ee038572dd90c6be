"""NewsML-G2 2.35, conformance power: one release as one news item (IPTC NewsML-G2 Specification), and back.

`write.py` maps, `concepts.py` names, `package.py` makes a kit of text and media, `places.py` says which field has a
place of its own in the standard; the templates hold the envelopes. `read.py` leads the reading, a `read_` room for each
part of an item, `draft.py` keeps what was found. `join.py` makes a message of items, `split.py` takes one apart, and
`kits.py` tells which of its items are one release.
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
