"""The imprint: who publishes and answers for the newsroom, by the law of the day; a page for each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.formats.web import reach
from pressrelease.model import Organisation
from pressrelease.notices import Shown, current, for_print
from pressrelease.site.addresses import base_of, editions
from pressrelease.site.frame import filler, framed, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.wording import notice_lines, wording


@dataclass(frozen=True, slots=True)
class House:
    """An organisation that answers for the newsroom."""

    heading: str
    key: str
    organisation: Organisation


def of_site(site: Site) -> Iterator[Output]:
    """Yield the imprint: what the law asks of a live page, what the house says itself, else its own facts."""
    for language in ("", *site.languages):
        spoken = language or site.newsroom.language
        w = wording(spoken)
        due = for_print(current(site.newsroom, site.now, language=spoken))
        kinds = {notice.kind for notice in due}
        filled = {
            "houses": () if "provider" in kinds else tuple(_houses(site, spoken)),
            "notices": (*due, *(notice for notice in _own(site) if notice.kind not in kinds)),
            "spoken": site.newsroom.language,
        }
        told = {
            "title": titled(site, w("provider")),
            "description": w("imprint_text"),
            "alternates": editions(site, "imprint"),
        }
        yield framed(site, "imprint", f"{base_of(site, language)}imprint/index.html", language, told, filled)


def _houses(site: Site, language: str) -> Iterator[House]:
    """Yield the publisher, and the service that distributes where that is another."""
    house = site.newsroom
    w = wording(language)
    yield House(w("publisher"), "publisher", house.publisher)
    if house.provider and house.provider != house.publisher:
        yield House(w("provider"), "provider", house.provider)


def _own(site: Site) -> Iterator[Shown]:
    """Yield the notices that the house wrote itself."""
    language = site.newsroom.language
    for place, notice in enumerate(site.newsroom.notices):
        lines = notice_lines(notice, site.newsroom.provider, language)
        yield Shown(f"notice-{place}", notice.kind, language, notice.heading, lines)


KINDS = (
    Kind(
        "imprint",
        "imprint",
        ("imprint", "imprints"),
        filler("site/imprint.html", view=reach),
        of_site=of_site,
        templates=("site/imprint.html",),
    ),
)
