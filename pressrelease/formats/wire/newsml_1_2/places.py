"""Which field of a release has a place of its own in NewsML 1.2. What is not here goes into our own properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from pressrelease.envelope import Rule, is_killed
from pressrelease.formats.wire.newsml_1_2.associations import TRANSLATION
from pressrelease.formats.wire.newsml_1_2.bodies import plain_nitf
from pressrelease.formats.wire.newsml_1_2.media import media_role, medium_of, usual_role
from pressrelease.formats.wire.newsml_1_2.moments import Stamps, basic, says, utc
from pressrelease.markup.nitf import absolute, media_type
from pressrelease.markup.xhtml import xhtml
from pressrelease.model import Asset, Notice, Organisation, Part, Release, Rights
from pressrelease.outline import made_copyright_line
from pressrelease.story import Story

Status: TypeAlias = Literal["Usable", "Embargoed", "Withheld", "Canceled"]
GENRE = "Release"
"""What BusinessWire's profile calls a press release: the genre of one that names none."""


def _alone(value: Any, part: Part) -> bool:
    """Return whether a notice's text stands alone in the body: beside its other words nobody could tell it apart."""
    assert isinstance(part, Notice)
    return not (part.label or part.citation or part.person or part.organisation or part.layout)


def _two_names(value: Any, part: Part) -> bool:
    """Return whether the name differs from the registered one: what bears both once is taken for the latter."""
    assert isinstance(part, Organisation)
    return part.name != part.legal_name


def _pointer(value: Any, part: Part) -> bool:
    # A pointer that opens with # would lead to an element of the document.
    return not value.startswith("#")


def _all(prefix: str, names: str) -> dict[str, Rule]:
    return {f"{prefix}{name}": True for name in names.split()}


def _place(prefix: str) -> dict[str, Rule]:
    return {**_all(prefix, "name region country latitude longitude"), f"{prefix}uri": _pointer}


_CODES = "tickers.*.symbol tickers.*.exchange isin lei"
_PLACED: Mapping[str, Rule] = {
    **_all(
        "",
        "headline subheadline url version language slugline byline summary keywords.* urgency editor_note"
        " dateline.date dateline.credit boilerplates.*.heading notices.*.kind notices.*.heading subjects.*.name"
        " subjects.*.code people.*.name people.*.role people.*.organisation people.*.uri rights.holder rights.year"
        " rights.usage_terms rights.licence rights.data_mining rights.data_mining_policy related.*.title"
        " translations.*.language translations.*.title translations.*.version",
    ),
    **_all("assets.*.", "title alt caption credit rights"),
    **_all("assets.*.renditions.*.", "name width height duration size"),
    **_place("dateline.places.*."),
    **_place("places.*."),
    **_all("publisher.", f"legal_name {_CODES}"),
    **_all("organisations.*.", f"legal_name {_CODES} uri"),
    "publisher.uri": _pointer,
    "publisher.name": _two_names,
    "organisations.*.name": _two_names,
    "provider.legal_name": True,
    "provider.uri": _pointer,
    "provider.name": _two_names,
    "notices.*.text": _alone,
    "genre": lambda value, part: value != GENRE,
}


def placed(release: Release, urn: str, stamps: Stamps, status: Status, body: str) -> Mapping[str, Rule]:
    """Return the rules for `release` as an item named `urn`, its text in `body` (`xhtml` or `nitf`)."""
    base = release.url
    is_address: Rule = lambda value, part: absolute(value, base) == value  # noqa: E731
    killed = is_killed(release)
    return {
        **_PLACED,
        **_stories(base, body),
        **_moments(release, stamps, status),
        "id": lambda value, part: value == urn,
        "status": not killed or release.status == "canceled",
        "change.kind": killed == (release.change.kind == "kill"),
        "related.*.href": is_address,
        "related.*.rel": lambda value, part: value not in ("", TRANSLATION),
        "translations.*.href": is_address,
        "translations.*.id": lambda value, part: value != absolute(getattr(part, "href", ""), base),
        "assets.*.renditions.*.href": is_address,
        "assets.*.renditions.*.media_type": lambda value, part: (
            value != media_type(getattr(part, "href", ""))
        ),
        "assets.*.role": _shown_role(body),
        "rights.notice": _printed,
    }


def _stories(base: str, body: str) -> Mapping[str, Rule]:
    """Return the rules of what is marked up: it stands in the body where the marks there say all of it."""

    def told(value: Any, part: Part) -> bool:
        assert isinstance(value, Story)
        return (
            bool(xhtml(value, base=base) == xhtml(value)) if body == "xhtml" else plain_nitf(value, base)[1]
        )

    return {"story": told, "boilerplates.*.story": told}


def _moments(release: Release, stamps: Stamps, status: Status) -> Mapping[str, Rule]:
    this = utc(stamps.this)
    updated = stamps.origin == "updated" and stamps.this != release.published
    return {
        "published": lambda value, part: says(value, utc(stamps.first)),
        "updated": lambda value, part: updated and says(value, this),
        "change.at": lambda value, part: stamps.origin == "change.at" and says(value, this),
        "expires": lambda value, part: says(value, basic(value)),
        "embargo.until": lambda value, part: status == "Embargoed" and says(value, basic(value)),
    }


def _shown_role(body: str) -> Rule:
    def shown(value: Any, part: Part) -> bool:
        assert isinstance(part, Asset)
        return bool(value == usual_role(media_role(part) if body == "xhtml" else medium_of(part)))

    return shown


def _printed(value: Any, part: Part) -> bool:
    """Return whether a copyright line is more than year and holder, of which one is made for who has none."""
    assert isinstance(part, Rights)
    return bool(value != made_copyright_line(part))
