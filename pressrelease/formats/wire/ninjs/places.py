"""Which field of a release has a member of its own in ninjs. What is not here goes into one of ours, see `own.py`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pressrelease.envelope import Origin, Rule
from pressrelease.formats.wire.ninjs.moments import is_whole
from pressrelease.formats.wire.ninjs.uris import reference, uri
from pressrelease.formats.wire.ninjs.versions import Version
from pressrelease.markup.nitf import media_type
from pressrelease.model import Notice, Organisation, Part, Place, Release, Rendition, Rights, Subject
from pressrelease.vocabulary import market_code

GENRE = "Press Release"
"""What a release is where it does not say: IPTC's word for it."""


def _alone(value: Any, part: Part) -> bool:
    """Return whether a notice's text stands alone in the body: beside its other words nobody could tell it apart."""
    assert isinstance(part, Notice)
    return not (part.label or part.citation or part.person or part.organisation or part.layout)


def _title(value: Any, part: Part) -> bool:
    """Return whether an organisation's name is the one that stands for it: there is room for no second."""
    assert isinstance(part, Organisation)
    return bool(value == part.title)


def _as_printed(value: Any, part: Part) -> bool:
    """Return whether a market stands as printed: one that its ISO 10383 code replaces would be gone."""
    return market_code(value) in ("", value)


def _point(value: Any, part: Part) -> bool:
    assert isinstance(part, Place)
    return part.latitude is not None and part.longitude is not None


def _not_the_name(value: Any, part: Part) -> bool:
    return bool(value != getattr(part, "title", getattr(part, "name", "")))


def _code(value: Any, part: Part) -> bool:
    """Return whether a code is read as it stands: bare digits are taken for a Media Topic."""
    assert isinstance(part, Subject)
    return value != part.name and re.fullmatch(r"\d{8}", value, re.A) is None


def _typed(value: Any, part: Part) -> bool:
    assert isinstance(part, Rendition)
    return bool(value != media_type(part.href))


def _all(prefix: str, names: str) -> dict[str, Rule]:
    return {f"{prefix}{name}": True for name in names.split()}


_REACHED = (
    "phones.*.number phones.*.label phones.*.kind emails.* web address.street address.lines.* address.city"
    " address.region address.postcode address.country"
)


def _listed(prefix: str) -> dict[str, Rule]:
    return {**_all(prefix, "tickers.*.symbol isin"), f"{prefix}tickers.*.exchange": _as_printed}


def _party(prefix: str) -> dict[str, Rule]:
    return {**_all(prefix, _REACHED), f"{prefix}name": _title, f"{prefix}uri": _not_the_name}


def _place(prefix: str) -> dict[str, Rule]:
    return {
        **_all(prefix, "name"),
        f"{prefix}uri": _not_the_name,
        f"{prefix}latitude": _point,
        f"{prefix}longitude": _point,
    }


_PLACED: Mapping[str, Rule] = {
    **_all(
        "",
        "headline subheadline version status language slugline byline summary story keywords.* urgency"
        " editor_note dateline.credit boilerplates.*.heading boilerplates.*.story notices.*.kind notices.*.heading"
        " subjects.*.name people.*.name rights.holder rights.notice rights.usage_terms rights.data_mining"
        " assets.*.alt assets.*.caption assets.*.credit assets.*.rights assets.*.title",
    ),
    **_all("assets.*.", "id role"),
    **_all("assets.*.renditions.*.", "name width height duration size"),
    **_place("dateline.places.*."),
    **_place("places.*."),
    **_party("publisher."),
    **_listed("publisher."),
    **_party("provider."),
    **_party("organisations.*."),
    **_listed("organisations.*."),
    **_all("contacts.*.", f"name {_REACHED}"),
    "genre": lambda value, part: value != GENRE,
    "subjects.*.code": _code,
    "people.*.uri": _not_the_name,
    "notices.*.text": _alone,
    "embargo.until": lambda value, part: is_whole(value),
    "published": lambda value, part: is_whole(value),
    "expires": lambda value, part: is_whole(value),
    "url": lambda value, part: uri(value) == value,
    "rights.licence": lambda value, part: uri(value) == value,
    "rights.data_mining_policy": lambda value, part: (
        isinstance(part, Rights) and part.data_mining != "" and uri(value) == value
    ),
    "assets.*.renditions.*.media_type": _typed,
}
_LINKS = {**_all("translations.*.", "id language title version"), **_all("related.*.", "title rel")}
"""In versions whose associations may be references."""


def placed(release: Release, name: str, origin: Origin, version: Version) -> Mapping[str, Rule]:
    """Return the rules for `release` in `version`. `name` is the item's uri, `origin` see version_created."""
    base = release.url
    verbatim: Rule = lambda value, part: reference(value, base) == value  # noqa: E731
    rules = {
        **_PLACED,
        "id": lambda value, part: value == name,
        "updated": lambda value, part: origin == "updated" and is_whole(value),
        "change.at": lambda value, part: origin == "change.at" and is_whole(value),
        "assets.*.renditions.*.href": verbatim,
    }
    if version.links:
        rules |= {"translations.*.href": verbatim, "related.*.href": verbatim, **_LINKS}
    return rules
