"""Which field of a release has a place of its own in NITF. What is not here goes into our own element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pressrelease.envelope import Origin, Rule
from pressrelease.markup.nitf import absolute, media_type
from pressrelease.model import Asset, Notice, Organisation, Part, Release, Rendition
from pressrelease.vocabulary import market_code


def _alone(value: Any, part: Part) -> bool:
    """Return whether a notice's text stands alone in the body: beside its other words nobody could tell it apart."""
    assert isinstance(part, Notice)
    return not (part.label or part.citation or part.person or part.organisation or part.layout)


def _one_name(value: Any, part: Part) -> bool:
    """Return whether the name is the only one: NITF has room for no second."""
    assert isinstance(part, Organisation)
    return not part.legal_name


def _as_printed(value: Any, part: Part) -> bool:
    """Return whether a market stands as printed: one that its ISO 10383 code replaces would be gone."""
    return market_code(value) in ("", value)


def _all(prefix: str, names: str) -> dict[str, Rule]:
    return {f"{prefix}{name}": True for name in names.split()}


def _organisation(prefix: str) -> dict[str, Rule]:
    codes = _all(prefix, "tickers.*.symbol isin lei uri")
    return {**codes, f"{prefix}name": _one_name, f"{prefix}tickers.*.exchange": _as_printed}


_PLACED: Mapping[str, Rule] = {
    **_all(
        "",
        "headline subheadline id url version status language slugline byline summary story keywords.* expires urgency"
        " genre editor_note embargo.until published change.at dateline.date dateline.time dateline.credit"
        " boilerplates.*.heading boilerplates.*.story notices.*.kind notices.*.heading subjects.*.name subjects.*.code"
        " people.*.name people.*.role people.*.uri rights.holder rights.year rights.notice rights.usage_terms"
        " rights.licence rights.data_mining_policy",
    ),
    **_all("dateline.places.*.", "name region country uri"),
    **_all("places.*.", "name region country uri"),
    **_organisation("publisher."),
    **_organisation("organisations.*."),
    "provider.name": _one_name,
    "notices.*.text": _alone,
    "change.kind": lambda value, part: value != "kill",
}
_FILE = "renditions.*.name renditions.*.height renditions.*.width renditions.*.duration"


def placed(release: Release, origin: Origin, figures: Sequence[Asset]) -> Mapping[str, Rule]:
    """Return the rules for `release`. `figures` are the assets that stand in the body, `origin` see version_created."""
    base = release.url
    shown = {id(part) for asset in figures for part in (asset, *asset.renditions)}

    def in_body(value: Any, part: Part) -> bool:
        return id(part) in shown

    def address(value: Any, part: Part) -> bool:
        return id(part) in shown and absolute(value, base) == value

    def typed(value: Any, part: Part) -> bool:
        return id(part) in shown and isinstance(part, Rendition) and value != media_type(part.href)

    asset = ("alt", "caption", "credit", "rights", "id", "role", "title", *_FILE.split())
    return {
        **_PLACED,
        **{f"assets.*.{name}": in_body for name in asset},
        "assets.*.renditions.*.href": address,
        "assets.*.renditions.*.media_type": typed,
        "updated": origin == "updated",
    }
