"""Which version of ninjs a head is of: by what it says of itself, else by the names and shapes of its members."""

from __future__ import annotations

import re
from collections.abc import Callable

from pressrelease.formats.registry import Head
from pressrelease.formats.wire.ninjs.versions import Version
from pressrelease.markup.json import names_at_top

_STANDARD = re.compile(r'"\$?standard"\s*:\s*\{([^{}]*)')
_NAME = re.compile(r'"name"\s*:\s*"ninjs"')
_NUMBER = re.compile(r'"version"\s*:\s*"(\d)')
_STANDARDS = frozenset({"standard", "$standard"})
_IDENTIFIERS = frozenset({"uri", "guid"})
_THIRD = frozenset(
    [
        "altIds", "contentCreated", "copyrightHolder", "copyrightNotice", "edNote", "embargoedUntil", "eventDetails",
        "firstCreated", "infoSources", "plannedCoverage", "pubStatus", "representationType", "rightsInfo", "usageTerms",
        "versionCreated",
    ]
)  # fmt: skip
_SECOND = frozenset(
    ("bodies", "descriptions", "headlines", "subjects", "organisations", "people", "places", "genres")
)
_FIRST = frozenset(
    [
        "associations", "body_html", "body_text", "body_xhtml", "byline", "copyrightholder", "copyrightnotice",
        "description_html", "description_text", "ednote", "embargoed", "firstcreated", "headline_main", "infosource",
        "located", "organisation", "person", "place", "pubstatus", "renditions", "representationtype", "slugline",
        "subject", "usageterms", "versioncreated",
    ]
)  # fmt: skip
_OTHERS = frozenset(("@context", "@type", "feed_url", "home_page_url", "items"))


def recogniser(version: Version) -> Callable[[Head], float]:
    """Return how sure it is that a head is of `version`, or of another with the same first number."""

    def recognise(head: Head) -> float:
        sure, number = _recognised(head)
        return sure if number == version.number[0] else 0.0

    return recognise


def _recognised(head: Head) -> tuple[float, str]:
    """Return how sure it is that a head is ninjs, and the first number of its version."""
    text = head.text.lstrip(" \t\r\n\x1e[")[:20_000]
    if not text.startswith("{"):
        return 0.0, ""
    names = names_at_top(text)
    stated = _STANDARD.search(text) if names & _STANDARDS else None
    if stated is not None and (number := _NUMBER.search(stated.group(1))):
        return (1.0 if _NAME.search(stated.group(1)) else 0.9), number.group(1)
    if names & _OTHERS or not names & _IDENTIFIERS:
        return 0.0, ""
    first = "3" if names & _THIRD else "2" if names & _SECOND else "1" if names & _FIRST else ""
    return (0.95 if first else 0.0), first
