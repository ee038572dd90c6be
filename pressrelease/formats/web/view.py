"""What the page template shows of a release, made ready so that the template only places it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup, escape

from pressrelease.formats.registry import Job
from pressrelease.formats.web import lists, reach
from pressrelease.formats.web.body import body_of, story_of
from pressrelease.formats.web.marks import guarded, inert, unseen
from pressrelease.formats.web.media import AssetView, asset_view
from pressrelease.formats.web.options import HtmlOptions
from pressrelease.formats.web.reach import ContactView, NoticeView, notice_markup
from pressrelease.formats.web.social import lead_picture, social
from pressrelease.formats.web.states import StateLine, state_lines
from pressrelease.formats.web.structured import absolute, json_ld, news_article
from pressrelease.model import Address, Organisation, Phone, Release
from pressrelease.outline import Outline, Section, kicker
from pressrelease.story import figures
from pressrelease.theme import Anchor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """What the template `web/html.html` places. Texts are escaped by it, `Markup` is ready."""

    unseen: tuple[tuple[str, str], ...]
    social: tuple[tuple[str, str], ...]
    jsonld: Markup
    withdrawn: bool
    states: tuple[StateLine, ...]
    kicker: Markup
    facts: tuple[Markup, ...]
    languages: tuple[Anchor, ...]
    lead: AssetView | None
    summary: tuple[str, ...]
    dateline_line: str
    story: Markup
    contacts: tuple[ContactView, ...]
    downloads: tuple[Anchor, ...]
    media: tuple[AssetView, ...]
    boilerplates: tuple[Boiler, ...]
    notices: tuple[NoticeView, ...]
    imprint_today: str
    """Address of the house's imprint by the law of now, beside one that the release froze; empty: none."""
    about: tuple[tuple[str, tuple[Markup, ...]], ...]
    rights: tuple[Markup, ...]
    related: tuple[Markup, ...]

    def placed(self, values: Iterable[T], path: str, name: str) -> Iterator[tuple[T, str]]:
        """Yield `values`, the field `name` of what lies at `path`, each with its path."""
        return reach.placed(values, path, name)

    def number(self, phone: Phone, path: str) -> Markup:
        """Return a number that a touch dials."""
        return reach.number(phone, path)

    def email(self, address: str, path: str) -> Markup:
        """Return an e-mail address that a touch writes to."""
        return reach.email(address, path)

    def web(self, printed: str, path: str) -> Markup:
        """Return a web address as a link."""
        return reach.web(printed, path)

    def envelope(self, address: Address, path: str) -> list[Markup]:
        """Return the lines of a postal address."""
        return reach.envelope(address, path)

    def listings(self, who: Organisation, path: str) -> tuple[Markup, ...]:
        """Return the listings of an organisation."""
        return tuple(reach.listings(who, path))


@dataclass(frozen=True, slots=True)
class Boiler:
    """A boilerplate with its place."""

    path: str
    heading: str
    story: Markup


def view_of(release: Release, seen: Outline, job: Job, options: HtmlOptions, *, withdrawn: bool) -> View:
    """Return what the page of `release` shows; `seen` is its outline, in which nothing may be passed over."""
    zone = job.newsroom.time_zone if job.newsroom else ""
    base = absolute(options.assets_base, "") or release.url
    text = release.story.text
    lead = None if withdrawn else lead_picture(release)
    # A picture that the story shows stands there, once.
    shown = frozenset() if withdrawn else frozenset(f.src for f in figures(release.story.blocks))
    told = [any(r.href in shown for r in a.renditions) for a in release.assets]
    assets = tuple(
        asset_view(a, i, release.language, options, a is lead and not told[i], told[i])
        for i, a in enumerate(release.assets)
    )
    alts = ((f"{a.path}.alt", a.alt) for a in assets if a.in_story and a.alt and a.kind == "image")
    name = job.newsroom.title if job.newsroom else ""
    return View(
        unseen=(*unseen(release, seen), *((path, guarded(alt)) for path, alt in alts)),
        social=tuple(
            (n, inert(v))
            for n, v in social(release, site_name=name, base=base, withdrawn=withdrawn, card=options.card)
        ),
        jsonld=json_ld(news_article(release, seen, base=base, withdrawn=withdrawn)),
        withdrawn=withdrawn,
        states=state_lines(release, seen, zone, "" if withdrawn else text),
        kicker=escape(kicker(release)),
        facts=tuple(lists.facts(release, zone, text, withdrawn=withdrawn)),
        languages=() if withdrawn else _languages(release, options),
        lead=next((a for a in assets if a.leads), None),
        summary=tuple(filter(None, release.summary.split("\n\n"))),
        dateline_line=seen.dateline.line,
        story=story_of(release, seen, job, options),
        contacts=_contacts(release, seen.sections),
        downloads=options.downloads,
        media=assets,
        boilerplates=_boilerplates(release, seen.sections, job, options),
        notices=_notices(release, seen.sections),
        imprint_today=options.imprint if _froze_one(release, job) and "#" not in options.imprint else "",
        about=tuple(lists.about(release)),
        rights=tuple(lists.rights_lines(release)),
        related=() if withdrawn else tuple(lists.related(release)),
    )


def _languages(release: Release, options: HtmlOptions) -> tuple[Anchor, ...]:
    shown = options.alternates or tuple(
        Anchor(t.href, t.title, t.language) for t in release.translations if t.href
    )
    return tuple(a for a in shown if a.language not in (release.language, "x-default"))


def _contacts(release: Release, sections: tuple[Section, ...]) -> tuple[ContactView, ...]:
    return tuple(
        ContactView(s.path, release.contacts[_index(s)], s.heading) for s in sections if s.kind == "contact"
    )


def _boilerplates(
    release: Release, sections: tuple[Section, ...], job: Job, options: HtmlOptions
) -> tuple[Boiler, ...]:
    return tuple(
        Boiler(s.path, s.heading, body_of(s.story, release.language, job, options))
        for s in sections
        if s.kind == "boilerplate"
    )


def _notices(release: Release, sections: tuple[Section, ...]) -> tuple[NoticeView, ...]:
    found = []
    for s in sections:
        if s.kind != "notice":
            continue
        if s.path == "provider":
            found.append(NoticeView(s.path, "provider", s.heading, False, (), release.provider))
            continue
        notice = release.notices[_index(s)]
        lines = notice_markup(notice, s.path, release.language)
        imprint = release.provider if notice.kind == "provider" and not notice.text else None
        found.append(NoticeView(s.path, notice.kind, notice.heading, bool(notice.heading), lines, imprint))
    return tuple(found)


def _froze_one(release: Release, job: Job) -> bool:
    """Return whether `release` brought an imprint, or a part of one, that is not the house's."""
    house = job.newsroom
    own = house.notices if house else ()
    return bool(release.provider and not (house and release.provider == house.provider)) or any(
        n.kind in ("provider", "editorial-responsibility") and n not in own for n in release.notices
    )


def _index(section: Section) -> int:
    return int(section.path.rpartition(".")[2])
