"""The card of each release (`card.png`): what other sites show where somebody links to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pressrelease.errors import Problem
from pressrelease.files import FileProblem
from pressrelease.findings import Finding, Where
from pressrelease.model import in_zone
from pressrelease.pictures import Card, card, card_faces, fonts_digest
from pressrelease.site.beside import house_file
from pressrelease.site.desk import Desk
from pressrelease.site.output import Files, Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.wording import date_words


def card_paths(site: Site, s: Summary) -> tuple[str, ...]:
    """Return where the card of `s` lies, if it is to have one; what it says, a withdrawn release no longer says."""
    wanted = "cards" in site.newsroom.site.outputs and not s.life.was_withdrawn(site.now)
    return (f"{s.folder}/card.png",) if wanted else ()


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield the card of `s`; raise FileProblem where the house's logo or a font is not there."""
    for path in card_paths(site, s):
        said = (s.headline, s.kicker, tuple(place.name for place in s.datelined), s.published, s.language)
        yield Output(path, "card", (said, s.source), frame=site.shared(_house))


def _house(site: Site) -> tuple[Path | None, tuple[Path, ...], tuple[str, ...]]:
    """Return the logo that cards show, the house's fonts, and digests of both and of the machine's fonts."""
    theme = site.newsroom.theme
    named = theme.logo if theme.logo and ":" not in theme.logo else ""
    logo = house_file(site.newsroom, named, "theme.logo") if named else None
    if logo and isinstance(fault := site.measure(logo), str):
        raise FileProblem(Problem(fault, Where(str(logo)), advice="cards show the logo: save it again"))
    fonts = tuple(house_file(site.newsroom, name, "theme.card_fonts") for name in theme.card_fonts)
    read = (logo, *fonts) if logo else fonts
    return logo, fonts, (*map(site.digest, read), fonts_digest())


def make(output: Output, desk: Desk) -> Files:
    """Draw the card; where no face has its letters there is none, and a finding says so."""
    (headline, kicker, places, published, language), source = output.inputs
    logo, fonts, _ = output.frame
    house = desk.newsroom
    day = published and in_zone(published, house.time_zone).date()
    said = Card(
        headline,
        kicker,
        ", ".join(places),
        date_words(day, language) if day else "",
        house.title,
        accent=house.theme.accent,
        language=language,
    )
    found = card_faces(said, house.theme, fonts)
    if isinstance(found, Finding):
        desk.told.append(replace(found, where=Where(source)))
        return
    yield "", card(replace(said, logo=logo.read_bytes() if logo else None), found)


KINDS = (
    Kind(
        "card",
        "cards",
        ("card", "cards"),
        make,
        of_release=of_release,
        settings=("theme", "title", "time_zone"),
        engines=("pillow",),
    ),
)
