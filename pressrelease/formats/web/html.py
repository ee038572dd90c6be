"""`html`: a release as a whole page, in one file that asks no other host for anything.

The words of the page come from `pressrelease.outline`, so every notice stands there that stands in a feed or a wire.
"""

from __future__ import annotations

from markupsafe import Markup

from pressrelease.findings import Loss
from pressrelease.formats.losses import present
from pressrelease.formats.registry import Format, Gap, Job, Written
from pressrelease.formats.web.html_read import read, recognise
from pressrelease.formats.web.marks import inert
from pressrelease.formats.web.media import joined
from pressrelease.formats.web.options import HtmlOptions as HtmlOptions
from pressrelease.formats.web.structured import absolute, description
from pressrelease.formats.web.view import view_of
from pressrelease.model import Release
from pressrelease.newsroom import Look
from pressrelease.outline import outline
from pressrelease.theme import Anchor, Page, style_sheet, values

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
            view=view_of(release, seen, job, options, withdrawn=withdrawn),
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
        description=inert(description(release)) if release.status == "usable" else "",
        canonical=options.canonical or release.url,
        robots=options.robots or ("" if public else "noindex"),
        css=_safe(style_sheet(look, job.templates)) if options.css == "inline" else "",
        stylesheet=options.stylesheet if options.css == "link" else "",
        script=options.script,
        icon=options.icon,
        accent=look.accent,
        home=options.home or (room.base_url if room else ""),
        logo=joined(options.home, look.logo) if look.logo and options.home else "",
        logo_size=options.logo_size,
        imprint=imprint,
        sections=options.sections,
        more=options.more,
        search=options.search,
        navigation=options.navigation,
        feeds=options.feeds,
        alternates=_alternates(release, options),
        time_zone=room.time_zone if room else "",
        twin=options.twin,
        hub=options.hub,
        rsl=options.rsl,
        **_mining(release, options),
    )


def _mining(release: Release, options: HtmlOptions) -> dict[str, str]:
    """Return what is said of text and data mining (TDMRep): by the release itself, else by the site."""
    rights = release.rights
    if rights is None or not rights.data_mining:
        return {"tdm_reservation": options.tdm_reservation, "tdm_policy": options.tdm_policy}
    reserved = rights.data_mining == "reserved"
    policy = rights.data_mining_policy or options.tdm_policy
    return {"tdm_reservation": str(int(reserved)), "tdm_policy": policy if reserved else ""}


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
        "excuses": Gap("for whoever checks it"),
        "extra": Gap("what others keep has no place on a page"),
    },
)
"""A whole page."""

FORMATS = (HTML,)
