"""Which field of a release has a place of its own in a news item. What is not here goes into our own element."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pressrelease.envelope import Origin, Rule, iri, is_absolute
from pressrelease.markup.nitf import absolute, media_kind, media_type
from pressrelease.model import Asset, Notice, Part, Release


def _verbatim(value: Any, part: Part) -> bool:
    return bool(iri(value) == value)


def _identifier(value: Any, part: Part) -> bool:
    return is_absolute(value) and iri(value) == value


def _alone(value: Any, part: Part) -> bool:
    """Return whether a notice's text stands alone in the body: beside its other words nobody could tell it apart."""
    assert isinstance(part, Notice)
    return not (part.label or part.citation or part.person or part.organisation or part.layout)


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
    return {**_all(prefix, "name region country latitude longitude"), f"{prefix}uri": _identifier}


_PLACED: Mapping[str, Rule] = {
    **_all(
        "",
        "headline subheadline version status language slugline byline summary story keywords.* expires urgency genre"
        " editor_note embargo.until dateline.date dateline.time dateline.credit boilerplates.*.heading"
        " boilerplates.*.story notices.*.kind notices.*.heading subjects.*.name subjects.*.code people.*.name"
        " rights.holder rights.notice rights.usage_terms rights.data_mining related.*.title"
        " translations.*.language translations.*.id translations.*.title translations.*.version"
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
    "rights.licence": _verbatim,
    "rights.data_mining_policy": _verbatim,
    "change.kind": lambda value, part: value != "kill",
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
        "id": lambda value, part: value == guid,
        "url": address,
        "related.*.href": address,
        "translations.*.href": address,
        "assets.*.renditions.*.href": address,
        "published": origin in ("published", "updated", "change.at"),
        "updated": origin == "updated",
        "change.at": origin == "change.at",
        "assets.*.alt": in_body(is_picture),
        "assets.*.caption": in_body(lambda a: "\n" not in a.caption),
        "assets.*.credit": in_body(lambda a: not a.rights),
    }


def is_picture(asset: Asset) -> bool:
    """Return whether an asset can stand in the body as a picture; any other stands there as a link."""
    file = asset.renditions[0]
    return media_kind(file.href, file.media_type) == "image" and not file.href.lower().startswith(
        ("mailto:", "tel:")
    )


def reference(href: str, base: str) -> str:
    """Return `href`, absolute against `base`, as the schema accepts it; empty where it accepts none."""
    return iri(absolute(href, base))
