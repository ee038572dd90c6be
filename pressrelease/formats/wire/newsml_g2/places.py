"""Which field of a release has a place of its own in a news item. What is not here goes into our own element."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

from pressrelease.envelope import Origin, Rule, alias, iri, is_absolute, is_killed
from pressrelease.markup.nitf import OWN, absolute, media_kind, media_type
from pressrelease.model import Asset, Dateline, Notice, Part, Place, Release, Subject
from pressrelease.outline import copyright_line


def _verbatim(value: Any, part: Part) -> bool:
    return bool(iri(value) == value)


def _identifier(value: Any, part: Part) -> bool:
    return is_absolute(value) and iri(value) == value


def _alone(value: Any, part: Part) -> bool:
    """Return whether a notice's text stands alone in the body: beside its other words nobody could tell it apart."""
    assert isinstance(part, Notice)
    return not (part.label or part.citation or part.person or part.organisation or part.layout)


def _named(value: Any, part: Part) -> bool:
    """Return whether a subject's code stands there as one: as a qcode, or beside another name."""
    assert isinstance(part, Subject)
    return bool(alias(value)) or part.name not in ("", value)


def _dated(value: Any, part: Part) -> bool:
    """Return whether a time of day has a day to stand beside."""
    assert isinstance(part, Dateline)
    return part.date is not None


def _located(value: Any, part: Part) -> bool:
    """Return whether a place has both numbers that make a position."""
    assert isinstance(part, Place)
    return part.latitude is not None and part.longitude is not None


def _all(prefix: str, names: str) -> dict[str, Rule]:
    return {f"{prefix}{name}": True for name in names.split()}


_ADDRESS = "address.street address.lines.* address.city address.region address.postcode address.country"
_REACHED = f"phones.*.number emails.* {_ADDRESS}"


def _organisation(prefix: str) -> dict[str, Rule]:
    return {
        **_all(prefix, f"name legal_name {_REACHED} tickers.*.symbol tickers.*.exchange isin"),
        f"{prefix}web": _verbatim,
        f"{prefix}uri": _identifier,
    }


def _place(prefix: str) -> dict[str, Rule]:
    position = {f"{prefix}{name}": _located for name in ("latitude", "longitude")}
    return {**_all(prefix, "name region country"), f"{prefix}uri": _identifier, **position}


_PLACED: Mapping[str, Rule] = {
    **_all(
        "",
        "headline subheadline version status language slugline byline summary story keywords.* expires urgency genre"
        " editor_note embargo.until dateline.date dateline.credit boilerplates.*.heading"
        " boilerplates.*.story notices.*.kind notices.*.heading subjects.*.name people.*.name"
        " rights.holder rights.usage_terms rights.data_mining related.*.title"
        " translations.*.language translations.*.id translations.*.title"
        " assets.*.id assets.*.title assets.*.renditions.*.size",
    ),
    **_all("contacts.*.", _REACHED),
    **_place("dateline.places.*."),
    **_place("places.*."),
    **_organisation("publisher."),
    **_organisation("provider."),
    **_organisation("organisations.*."),
    "contacts.*.web": _verbatim,
    "people.*.uri": _identifier,
    "notices.*.text": _alone,
    "subjects.*.code": _named,
    "dateline.time": _dated,
    "rights.licence": _verbatim,
    "rights.data_mining_policy": _verbatim,
    "assets.*.renditions.*.media_type": lambda value, part: value != media_type(getattr(part, "href", "")),
}


def placed(release: Release, guid: str, origin: Origin, figures: Sequence[Asset]) -> Mapping[str, Rule]:
    """Return the rules for `release`. `figures` are the assets that stand in the body, `origin` see version_created."""
    base = release.url
    address: Rule = lambda value, part: reference(value, base) == value  # noqa: E731

    def in_body(more: Callable[[Asset], bool]) -> Rule:
        return lambda value, part: any(part is f for f in figures) and isinstance(part, Asset) and more(part)

    return {
        **_PLACED,
        # A guid that is the address, too, is taken for the address alone.
        "id": lambda value, part: value == guid and value != base,
        "change.kind": signal_of(release) != "",
        "rights.notice": lambda value, part: value != made_up(release),
        "url": address,
        "related.*.href": address,
        "translations.*.href": address,
        "assets.*.renditions.*.href": address,
        "published": origin in ("published", "updated", "change.at"),
        "updated": origin == "updated",
        "change.at": origin == "change.at",
        "assets.*.alt": in_body(is_picture),
        "assets.*.caption": in_body(lambda a: "\n" not in a.caption and is_picture(a)),
        "assets.*.credit": in_body(lambda a: not a.rights and is_picture(a)),
    }


_MADE = f"{OWN}:id:"


def guid_of(name: str) -> str:
    """Return an id, or an address, as an item's guid: itself where it is an IRI, else one that gives it back."""
    known = iri(name) if is_absolute(name) else ""
    return known or _MADE + quote(name, safe="")


def id_in(guid: str) -> str:
    """Return the id that a guid was made of."""
    return unquote(guid.removeprefix(_MADE)) if guid.startswith(_MADE) else guid


def signal_of(release: Release) -> str:
    """Return what the item's signal says of the change, or an empty string."""
    kind = release.change.kind
    return kind if kind in ("correction", "update") and not is_killed(release) else ""


def made_up(release: Release) -> str:
    """Return the copyright line that is made where none is given: a reader takes it for none."""
    rights = release.rights
    return copyright_line(release.model_copy(update={"rights": rights.changed(notice="")})) if rights else ""


def is_picture(asset: Asset) -> bool:
    """Return whether an asset can stand in the body as a picture; any other stands there as a link."""
    file = asset.renditions[0]
    return media_kind(file.href, file.media_type) == "image" and not file.href.lower().startswith(
        ("mailto:", "tel:")
    )


def reference(href: str, base: str) -> str:
    """Return `href`, absolute against `base`, as the schema accepts it; empty where it accepts none."""
    return iri(absolute(href, base)) if href else ""
