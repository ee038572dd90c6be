"""`html`: a release as a whole page, in one file that asks no other host for anything.

The words of the page come from `pressrelease.outline`, so every notice stands there that stands in a feed or a wire.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, cast

from markupsafe import Markup, escape

from pressrelease.findings import Loss
from pressrelease.formats.losses import present
from pressrelease.formats.registry import Format, Gap, Job, Written
from pressrelease.formats.web import view
from pressrelease.formats.web.html_read import read, recognise
from pressrelease.formats.web.structured import (
    absolute,
    description,
    json_ld,
    lead_picture,
    news_article,
    social,
)
from pressrelease.formats.web.tables import aligned
from pressrelease.formats.web.view import AssetView, ContactView, NoticeView, StateLine
from pressrelease.markup.xhtml import inline, xhtml
from pressrelease.model import Address, Organisation, Phone, Release
from pressrelease.newsroom import Look
from pressrelease.outline import Outline, Section, outline
from pressrelease.story import Paragraph, Story, Table, words
from pressrelease.theme import Anchor, Page, style_sheet, values
from pressrelease.wording import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlOptions:
    """What the page is told by whoever publishes it; a page that stands alone needs none of it."""

    css: Literal["inline", "link", "none"] = "inline"
    """The style sheet within the page, linked at `stylesheet`, or left out."""
    stylesheet: str = "style.css"
    """Address of the style sheet, where it is linked."""
    script: str = ""
    """Address of `site.js` (copies quotations, tells the reader's own time); empty: a page without script."""
    assets_base: str = ""
    """What relative addresses of pictures and links are against; empty: they stay as they are."""
    robots: str = ""
    """Empty: `noindex` unless the release is public."""
    home: str = ""
    """Address of the newsroom's first page."""
    imprint: str = ""
    """Address of the imprint; empty: the page's own, where it has one."""
    navigation: tuple[Anchor, ...] = ()
    """Links of the masthead."""
    alternates: tuple[Anchor, ...] = ()
    """The release in other languages (hreflang, shown as links); empty: the release's own translations."""
    feeds: tuple[Anchor, ...] = ()
    """Feeds to be found by readers."""
    downloads: tuple[Anchor, ...] = ()
    """The release in other formats, the press kit."""
    earlier: tuple[Anchor, ...] = ()
    """Earlier releases on the same topic."""
    later: tuple[Anchor, ...] = ()
    """Later releases on the same topic."""

    def __post_init__(self) -> None:
        if self.css not in ("inline", "link", "none"):
            raise ValueError(f"css: found {self.css!r}, expected inline, link or none")
        for f in fields(self):
            value = getattr(self, f.name)
            if f.name in ("navigation", "alternates", "feeds", "downloads", "earlier", "later"):
                object.__setattr__(self, f.name, tuple(map(_anchor, value)))
            elif not isinstance(value, str):
                raise TypeError(f"{f.name}: found {value!r}, expected a text")


def _anchor(value: Any) -> Anchor:
    return Anchor(**value) if isinstance(value, Mapping) else cast(Anchor, value)


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
    about: tuple[tuple[str, tuple[Markup, ...]], ...]
    rights: tuple[Markup, ...]
    related: tuple[Markup, ...]

    def number(self, phone: Phone, path: str) -> Markup:
        """Return a number that a touch dials."""
        return view.number(phone, path)

    def email(self, address: str, path: str) -> Markup:
        """Return an e-mail address that a touch writes to."""
        return view.email(address, path)

    def web(self, printed: str, path: str) -> Markup:
        """Return a web address as a link."""
        return view.web(printed, path)

    def envelope(self, address: Address, path: str) -> list[Markup]:
        """Return the lines of a postal address."""
        return view.envelope(address, path)

    def listings(self, who: Organisation, path: str) -> tuple[Markup, ...]:
        """Return the listings of an organisation."""
        return tuple(view.listings(who, path))


@dataclass(frozen=True, slots=True)
class Boiler:
    """A boilerplate with its place."""

    path: str
    heading: str
    story: Markup


TOMBSTONE = (
    *(
        "subheadline",
        "summary",
        "byline",
        "dateline",
        "story",
        "boilerplates",
        "assets",
        "related",
        "translations",
    ),
    *("subjects", "keywords", "places", "people", "organisations", "slugline", "genre", "urgency", "rights"),
    *("expires", "publisher"),
)
"""What the page of a withdrawn release no longer says."""


def write(release: Release, job: Job) -> Written:
    """Write the page of `release`; that of a withdrawn one says what it was, when and why it was withdrawn, no more."""
    options: HtmlOptions = job.options or HtmlOptions()
    seen = outline(release, job.now, newsroom=job.newsroom)
    withdrawn = any(s.kind == "withdrawn" for s in seen.states)
    page = _page(release, job, options)
    body = job.templates.render(
        "web/html.html",
        "html",
        **values(
            page,
            release=release,
            outline=seen,
            options=options,
            view=_view(release, seen, job, options, withdrawn=withdrawn),
        ),
    )
    hidden = tuple(
        Loss(f"contacts.{i}", "a contact for editors only, and a page is public")
        for i, contact in enumerate(release.contacts)
        if contact.for_editors
    )
    gone = (path for name in TOMBSTONE if withdrawn for path in present(release, name))
    return Written(body, (*hidden, *(Loss(path, "a withdrawn release is no longer shown") for path in gone)))


def _page(release: Release, job: Job, options: HtmlOptions) -> Page:
    room = job.newsroom
    look = room.theme if room else Look()
    public = release.is_public(job.now)
    imprint = options.imprint or ("#imprint" if release.provider else "")
    return Page(
        title=f"{release.headline} – {room.title}" if room else release.headline,
        language=release.language if release.language != "und" else "en",
        name=room.title if room else "",
        description=view.inert(description(release)) if release.status == "usable" else "",
        canonical=release.url,
        robots=options.robots or ("" if public else "noindex"),
        css=_safe(style_sheet(look, job.templates)) if options.css == "inline" else "",
        stylesheet=options.stylesheet if options.css == "link" else "",
        script=options.script,
        accent=look.accent,
        home=options.home or (room.base_url if room else ""),
        logo=view.joined(options.home, look.logo) if look.logo and options.home else "",
        imprint=imprint,
        navigation=options.navigation,
        feeds=options.feeds,
        alternates=_alternates(release, options),
        time_zone=room.time_zone if room else "",
    )


def _safe(css: str) -> str:
    # Within <style> nothing is escaped: only its end tag must not stand there.
    return Markup(css.replace("</", "<\\/"))


def _alternates(release: Release, options: HtmlOptions) -> tuple[Anchor, ...]:
    """Return the hreflang set: the page itself and each of its other languages, absolute addresses only."""
    others = options.alternates or tuple(
        Anchor(t.href, t.title, t.language) for t in release.translations if absolute(t.href, "")
    )
    if not others or not release.url or release.language == "und":
        return others
    own = (
        ()
        if any(o.language == release.language for o in others)
        else (Anchor(release.url, "", release.language),)
    )
    return (*own, *others)


def _view(release: Release, seen: Outline, job: Job, options: HtmlOptions, *, withdrawn: bool) -> View:
    zone = job.newsroom.time_zone if job.newsroom else ""
    base = absolute(options.assets_base, "") or release.url
    text = release.story.text
    lead = None if withdrawn else lead_picture(release)
    assets = tuple(
        view.asset_view(a, i, release.language, options.assets_base, a is lead)
        for i, a in enumerate(release.assets)
    )
    name = job.newsroom.title if job.newsroom else ""
    return View(
        unseen=tuple(view.unseen(release, seen)),
        social=tuple(
            (n, view.inert(v)) for n, v in social(release, site_name=name, base=base, withdrawn=withdrawn)
        ),
        jsonld=json_ld(news_article(release, seen, base=base, withdrawn=withdrawn)),
        withdrawn=withdrawn,
        states=view.state_lines(release, seen, zone, "" if withdrawn else text),
        kicker=_kicker(release),
        facts=tuple(view.facts(release, zone, text, withdrawn=withdrawn)),
        languages=() if withdrawn else _languages(release, options),
        lead=next((a for a in assets if a.leads), None),
        summary=tuple(filter(None, release.summary.split("\n\n"))),
        dateline_line=seen.dateline.line,
        story=_story(release, seen, job, options),
        contacts=_contacts(release, seen.sections),
        downloads=options.downloads,
        media=assets,
        boilerplates=_boilerplates(release, seen.sections, job, options),
        notices=_notices(release, seen.sections),
        about=tuple(view.about(release)),
        rights=tuple(view.rights_lines(release)),
        related=() if withdrawn else tuple(view.related(release)),
    )


def _kicker(release: Release) -> Markup:
    subject = next((s.name for s in release.subjects if s.name), "")
    return escape(subject or (release.keywords[0] if release.keywords else ""))


def _languages(release: Release, options: HtmlOptions) -> tuple[Anchor, ...]:
    shown = options.alternates or tuple(
        Anchor(t.href, t.title, t.language) for t in release.translations if t.href
    )
    return tuple(a for a in shown if a.language not in (release.language, "x-default"))


def _story(release: Release, seen: Outline, job: Job, options: HtmlOptions) -> Markup:
    """Return the body, the dateline's words opening its first paragraph, tables in boxes that scroll by themselves."""
    lead = seen.dateline.lead
    blocks = release.story.blocks
    if not lead.strip():
        return _body(release.story, release.language, job, options)
    mark = Markup('<span class="lead-in">{}</span>').format(lead)
    if blocks and isinstance(blocks[0], Paragraph):
        opening = mark + inline(blocks[0].spans, **_addresses(job, options))
        return Markup("<p>{}</p>\n").format(opening) + _body(
            Story(blocks[1:]), release.language, job, options
        )
    return Markup('<p class="dateline">{}</p>\n').format(mark) + _body(
        release.story, release.language, job, options
    )


def _body(story: Story, language: str, job: Job, options: HtmlOptions) -> Markup:
    out = Markup()
    plain: list[Any] = []
    for block in story.blocks:
        if not isinstance(block, Table):
            plain.append(block)
            continue
        out += _blocks(plain, job, options)
        label = words(block.caption) or wording(language)("table")
        out += Markup('<div class="scroll" role="group" tabindex="0" aria-label="{}">{}</div>\n').format(
            label, aligned(_blocks([block], job, options), block, language)
        )
        plain = []
    return out + _blocks(plain, job, options)


def _blocks(blocks: list[Any], job: Job, options: HtmlOptions) -> Markup:
    return xhtml(Story(tuple(blocks)), **_addresses(job, options)) if blocks else Markup()


def _addresses(job: Job, options: HtmlOptions) -> dict[str, Any]:
    room = job.newsroom
    return {
        "base": options.assets_base,
        "rel": room.links.rel_own if room else "",
        "own": room.base_url if room else "",
    }


def _contacts(release: Release, sections: tuple[Section, ...]) -> tuple[ContactView, ...]:
    return tuple(
        ContactView(s.path, release.contacts[_index(s)], s.heading) for s in sections if s.kind == "contact"
    )


def _boilerplates(
    release: Release, sections: tuple[Section, ...], job: Job, options: HtmlOptions
) -> tuple[Boiler, ...]:
    return tuple(
        Boiler(s.path, s.heading, _body(s.story, release.language, job, options))
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
        lines = view.notice_markup(notice, s.path, release.language)
        imprint = release.provider if notice.kind == "provider" and not notice.text else None
        found.append(NoticeView(s.path, notice.kind, notice.heading, bool(notice.heading), lines, imprint))
    return tuple(found)


def _index(section: Section) -> int:
    return int(section.path.rpartition(".")[2])


_AS_SET = Gap("how it was set is not carried; the page sets it its own way")
_FOR_EDITORS = Gap("for editors only, and a page is public")

HTML = Format(
    name="html",
    title="HTML page",
    group="web",
    media_type="text/html",
    suffixes=(".html", ".htm"),
    template="web/html.html",
    recognise=recognise,
    read=read,
    write=write,
    options=HtmlOptions,
    cannot_carry={
        "**.layout": _AS_SET,
        "aliases": Gap("addresses it had before are the server's to redirect"),
        "editor_note": _FOR_EDITORS,
        "extra": Gap("what others keep has no place on a page"),
    },
)
"""A whole page."""

FORMATS = (HTML,)
