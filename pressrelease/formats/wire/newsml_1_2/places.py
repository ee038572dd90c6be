"""Which field of a release has a place of its own in NewsML 1.2. What is not here goes into our own properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from pressrelease.envelope import Rule
from pressrelease.formats.wire.newsml_1_2.associations import TRANSLATION
from pressrelease.formats.wire.newsml_1_2.bodies import comes_back, plain_nitf
from pressrelease.formats.wire.newsml_1_2.media import shows_role
from pressrelease.formats.wire.newsml_1_2.moments import Stamps, basic, says, utc
from pressrelease.markup.nitf import absolute, media_type
from pressrelease.model import Asset, Boilerplate, Notice, Organisation, Part, Release, Rights
from pressrelease.outline import made_copyright_line
from pressrelease.story import Story
from pressrelease.vocabulary import alpha_2, alpha_3

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
    """Return the rules of a place. A country stands by its three letters: three of its own would come back as two."""
    return {
        **_all(prefix, "name region latitude longitude"),
        f"{prefix}country": lambda value, part: alpha_2(alpha_3(value)) == value,
        f"{prefix}uri": _pointer,
    }


_CODES = "tickers.*.symbol tickers.*.exchange isin lei"
_ADDRESS = "address.street address.lines.* address.city address.region address.postcode address.country"
_REACHED = f"web emails.* phones.*.number phones.*.label phones.*.kind {_ADDRESS}"
_HOUSE = f"legal_name register_entry vat_id logo {_REACHED}"
_PLACED: Mapping[str, Rule] = {
    **_all(
        "",
        "headline subheadline url version status change.kind language slugline byline summary keywords.* urgency"
        " editor_note dateline.date dateline.credit notices.*.kind notices.*.heading subjects.*.name subjects.*.code"
        " people.*.name people.*.role people.*.organisation people.*.uri rights.holder rights.year rights.usage_terms"
        " rights.licence rights.data_mining rights.data_mining_policy related.*.title"
        " translations.*.language translations.*.title translations.*.version",
    ),
    **_all("assets.*.", "title alt caption credit rights"),
    **_all("assets.*.renditions.*.", "name width height duration size"),
    **_place("dateline.places.*."),
    **_place("places.*."),
    **_all("contacts.*.", f"heading name role organisation note {_REACHED}"),
    **_all("publisher.", f"{_HOUSE} {_CODES}"),
    **_all("organisations.*.", f"{_HOUSE} {_CODES} uri"),
    **_all("provider.", _HOUSE),
    "publisher.uri": _pointer,
    "publisher.name": _two_names,
    "organisations.*.name": _two_names,
    "provider.uri": _pointer,
    "provider.name": _two_names,
    "notices.*.text": _alone,
    "genre": lambda value, part: value != GENRE,
}


def placed(
    release: Release, urn: str, stamps: Stamps, status: Status, body: str, written: Mapping[str, str]
) -> Mapping[str, Rule]:
    """Return the rules for `release` as an item named `urn`, its text in `body` (`xhtml` or `nitf`).

    `written` are the relative addresses of the text by how they are written.
    """
    base = release.url
    is_address: Rule = lambda value, part: absolute(value, base) == value  # noqa: E731
    return {
        **_PLACED,
        **_stories(release.url, body, written),
        **_moments(release, stamps, status),
        "id": lambda value, part: value == urn,
        "related.*.href": is_address,
        "related.*.rel": lambda value, part: value not in ("", TRANSLATION),
        "translations.*.href": is_address,
        "translations.*.id": lambda value, part: value != absolute(getattr(part, "href", ""), base),
        "assets.*.renditions.*.href": is_address,
        "assets.*.renditions.*.media_type": lambda value, part: (
            value != media_type(getattr(part, "href", ""))
        ),
        "assets.*.role": lambda value, part: isinstance(part, Asset) and shows_role(part, body),
        "rights.notice": _printed,
    }


def _stories(base: str, body: str, written: Mapping[str, str]) -> Mapping[str, Rule]:
    """Return the rules of what is marked up: it stands in the body where the marks there say all of it."""

    def told(value: Any, part: Part) -> bool:
        assert isinstance(value, Story)
        return (body == "xhtml" or plain_nitf(value)[1]) and comes_back(value, base, written)

    def headed(value: Any, part: Part) -> bool:
        assert isinstance(part, Boilerplate)  # the heading stands in the text: with it, or nowhere
        return told(part.story, part)

    return {"story": told, "boilerplates.*.story": told, "boilerplates.*.heading": headed}


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


def _printed(value: Any, part: Part) -> bool:
    """Return whether a copyright line is more than year and holder, of which one is made for who has none."""
    assert isinstance(part, Rights)
    return bool(value != made_copyright_line(part))
