"""Which field of a release has a place of its own in NITF. What is not here goes into our own element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pressrelease.envelope import Origin, Rule
from pressrelease.markup.nitf import absolute, media_type
from pressrelease.model import Asset, Dateline, Notice, Organisation, Part, Release, Rendition, Rights
from pressrelease.vocabulary import market_code


def _alone(value: Any, part: Part) -> bool:
    """Return whether a notice's text stands alone in the body: beside its other words nobody could tell it apart."""
    assert isinstance(part, Notice)
    return not (part.label or part.citation or part.person or part.organisation or part.layout)


def _one_name(value: Any, part: Part) -> bool:
    """Return whether the name is the only one: NITF has room for no second."""
    assert isinstance(part, Organisation)
    return not part.legal_name


CODED = ("ISIN", "LEI", "URI", "ticker")
"""Sources of codes that are no market."""


def _as_printed(value: Any, part: Part) -> bool:
    """Return whether a market stands as printed: one that its ISO 10383 code replaces would be gone."""
    return market_code(value) in ("", value) and value not in CODED


def _to_the_minute(value: Any, part: Part) -> bool:
    """Return whether a dateline's date and time stand in `norm` as they are printed there."""
    assert isinstance(part, Dateline)
    if part.date is None:
        return False
    moment = part.moment()
    offset = moment.utcoffset() if moment is not None else None
    return part.time is None or offset is None or not offset.total_seconds() % 60


def _unlike_ours(value: Any, part: Part) -> bool:
    """Return whether a copyright line says more than the one that is made where none is given."""
    assert isinstance(part, Rights)
    return bool(value != " ".join(filter(None, ("©", str(part.year or ""), part.holder))))


def _all(prefix: str, names: str) -> dict[str, Rule]:
    return {f"{prefix}{name}": True for name in names.split()}


def _organisation(prefix: str) -> dict[str, Rule]:
    codes = _all(prefix, "tickers.*.symbol isin lei uri")
    return {**codes, f"{prefix}name": _one_name, f"{prefix}tickers.*.exchange": _as_printed}


USUAL_GENRES = ("press release", "current")
"""What `tobject.property` says where nothing is said: by us, by the standard's DTD."""

_PLACED: Mapping[str, Rule] = {
    **_all(
        "",
        "headline subheadline url version status language slugline byline summary story keywords.* expires urgency"
        " editor_note embargo.until published change.at dateline.credit"
        " boilerplates.*.heading boilerplates.*.story notices.*.kind notices.*.heading subjects.*.name subjects.*.code"
        " people.*.name people.*.role people.*.uri rights.holder rights.year rights.usage_terms"
        " rights.licence rights.data_mining_policy",
    ),
    **_all("dateline.places.*.", "name region country uri"),
    **_all("places.*.", "name region country uri"),
    **_organisation("publisher."),
    **_organisation("organisations.*."),
    "provider.name": _one_name,
    "dateline.date": _to_the_minute,
    "dateline.time": _to_the_minute,
    "genre": lambda value, part: value.lower() not in USUAL_GENRES,
    "id": lambda value, part: value != getattr(part, "url", ""),
    "rights.notice": _unlike_ours,
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
        "assets.*.role": lambda value, part: (
            bool(value) and in_body(value, part)
        ),  # `main` is what is not said
        "assets.*.renditions.*.href": address,
        "assets.*.renditions.*.media_type": typed,
        "updated": lambda value, part: origin == "updated" and value != release.published,
    }
