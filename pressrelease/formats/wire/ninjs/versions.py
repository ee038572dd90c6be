"""The versions of ninjs as data: what each calls a member and how it is built. A newer version is a row.

The writer knows one shape, that of 3.x: texts, concepts, renditions and associations are lists of objects. A row says
how its version differs from that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Version:
    """One version of ninjs, by what tells it from the others."""

    number: str
    """`3.1`."""
    complete: str = "full"
    """The word of `representationType` for a whole item."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of 3.x to this version's, where they differ."""
    flat: bool = False
    """Texts are members (`headline`, `body_xhtml`), renditions, associations and altIds objects by name."""
    coded: bool = False
    """Concepts have `scheme` and `code`; else `uri` or `literal`."""
    ticker: str = "symbol"
    """The member of a symbol that holds a ticker; any other code is its `symbol`."""
    lead: str = "main"
    """The name of the association that is the lead picture."""
    rel: bool = True
    """An association says how it belongs (`rel`); else its name alone does."""
    links: bool = True
    """An association may be no more than a reference to another item."""

    @property
    def schema(self) -> str:
        """The address of its JSON Schema."""
        return f"http://www.iptc.org/std/ninjs/ninjs-schema_{self.number}.json"


_CAMEL = (
    "altIds", "charCount", "contactInfo", "contentCreated", "contentType", "copyrightHolder", "copyrightNotice",
    "digitalSourceType", "edNote", "encodedRights", "firstCreated", "geoJSON", "infoSources", "langId", "linkedRights",
    "postalCode", "pubStatus", "representationType", "rightsInfo", "sizeInBytes", "symbolType", "trustIndicators",
    "usageTerms", "versionCreated", "wordCount",
)  # fmt: skip
_SECOND = {**{name: name.lower() for name in _CAMEL}, "embargoedUntil": "embargoed"}
_FIRST = {
    **_SECOND,
    "by": "byline",
    "contentType": "mimetype",
    "events": "event",
    "genres": "genre",
    "geoJSON": "geometry_geojson",
    "infoSources": "infosource",
    "objects": "object",
    "organisations": "organisation",
    "people": "person",
    "places": "place",
    "standard": "$standard",
    "subjects": "subject",
    "trustIndicators": "trustindicator",
}

THIRD = Version("3.1")
SECOND = Version("2.2", names=_SECOND, ticker="ticker", rel=False)
# The strongest open receiver takes the association of this name for the lead picture, and makes an item of its own of
# every association: one that only refers to another item would be an empty story there.
FIRST = Version(
    "1.6",
    complete="complete",
    names=_FIRST,
    flat=True,
    coded=True,
    ticker="ticker",
    lead="featuremedia",
    rel=False,
    links=False,
)
VERSIONS: Mapping[str, Version] = {v.number: v for v in (THIRD, SECOND, FIRST)}
"""The versions that are written, by number. Read are all that were ever published."""
