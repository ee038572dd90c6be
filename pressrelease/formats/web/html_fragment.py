"""`html-fragment`: a release as a piece of HTML for a page of another system.

It needs no style sheet, brings no script, no id and no frame, and says every notice that the page says. Links that
leave the newsroom carry its `rel` by policy: search engines count unmarked links in releases on other sites as spam.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from pressrelease.findings import Loss
from pressrelease.formats.losses import present
from pressrelease.formats.registry import Format, Gap, Job, Written
from pressrelease.markup.xhtml import xhtml
from pressrelease.model import Asset, Release
from pressrelease.newsroom import Links
from pressrelease.outline import outline, section_blocks
from pressrelease.story import Break, Figure, Span, Text
from pressrelease.wording import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class FragmentOptions:
    """How the piece joins the page it goes to."""

    headline: bool = False
    """Open with the headline; a content system has a field of its own for it."""
    level: int = 2
    """Level of the first heading, 1 to 6."""
    rel: str | None = None
    """`rel` of links that leave the newsroom; none: the newsroom's policy, an empty text: no rel."""
    base: str = ""
    """What relative addresses are against; empty: the release's own address."""
    media: bool = True
    """With the pictures and documents that come with the release."""

    def __post_init__(self) -> None:
        if isinstance(self.level, bool) or self.level not in range(1, 7):
            raise ValueError(f"level: found {self.level!r}, expected 1 to 6")


@dataclass(frozen=True, slots=True)
class Part:
    """A section beneath the story, as markup with its heading."""

    kind: str
    path: str
    markup: Markup


TOMBSTONE = ("subheadline", "byline", "dateline", "story", "boilerplates", "assets", "rights")
"""What the fragment of a withdrawn release no longer says."""


def write(release: Release, job: Job) -> Written:
    """Write the fragment of `release`; of a withdrawn one only that it is withdrawn, and the notices."""
    options: FragmentOptions = job.options or FragmentOptions()
    seen = outline(release, job.now, newsroom=job.newsroom)
    withdrawn = any(s.kind == "withdrawn" for s in seen.states)
    policy = job.newsroom.links if job.newsroom else Links()
    where: dict[str, Any] = {
        "base": options.base or release.url,
        "rel": policy.rel if options.rel is None else options.rel,
        "own": job.newsroom.base_url if job.newsroom else "",
    }
    # Headings of a story begin at 2, beneath the headline.
    shift = options.level - 2 + (1 if options.headline else 0)
    shown = [s for s in seen.sections if not (withdrawn and s.kind == "boilerplate")]
    text = job.templates.render(
        "web/html-fragment.html",
        "html",
        release=release,
        outline=seen,
        options=options,
        withdrawn=withdrawn,
        level=options.level,
        states=seen.states,
        story=xhtml(seen.story, **where, shift=shift),
        media=xhtml([_figure(a, i) for a in release.assets for i in range(len(a.renditions))], **where)
        if options.media
        else Markup(),
        sections=[Part(s.kind, s.path, xhtml(section_blocks(s), **where, shift=shift)) for s in shown],
        rights=() if withdrawn else _rights(release),
    )
    losses = [
        Loss(path, _DATA.reason)
        for name in ("tickers", "isin", "lei", "uri", "logo")
        for path in present(release, f"provider.{name}")
    ]
    if release.embargo is not None and not release.embargo.binding:
        losses.append(Loss("embargo.binding", _DATA.reason))
    losses += [
        Loss(f"contacts.{i}", "a contact for editors only, and a page is public")
        for i, contact in enumerate(release.contacts)
        if contact.for_editors
    ]
    if withdrawn:
        losses += [
            Loss(p, "a withdrawn release is no longer shown") for n in TOMBSTONE for p in present(release, n)
        ]
    if not options.headline:
        losses.append(Loss("headline", "left to the page it goes to"))
    if not options.media:
        losses += [Loss(f"assets.{i}", "left out as asked") for i in range(len(release.assets))]
    return Written(Markup(text), tuple(losses))


def _figure(asset: Asset, place: int) -> Figure:
    """Return one file of an asset as a figure; title and caption stand beneath the first."""
    file = asset.renditions[place]
    if place:
        return Figure(file.href, asset.alt)
    lines: list[Span] = []
    for line in (asset.title, *asset.caption.split("\n\n")):
        lines += [Text(line), Break()] if line else []
    return Figure(file.href, asset.alt, tuple(lines), " ".join(filter(None, (asset.credit, asset.rights))))


def _rights(release: Release) -> tuple[Markup, ...]:
    rights = release.rights
    if rights is None:
        return ()
    w = wording(release.language)
    line = rights.notice or " ".join(filter(None, ("©", str(rights.year or ""), rights.holder)))
    lines = [escape(line)] if rights.notice or rights.holder else []
    lines += [escape(p) for p in rights.usage_terms.split("\n\n") if p]
    if rights.licence:
        lines.append(escape(w("licence")) + ": " + _address(rights.licence))
    if rights.data_mining:
        lines.append(escape(w(f"data_mining_{rights.data_mining}")))
    if rights.data_mining_policy:
        lines.append(escape(w("data_mining_policy")) + ": " + _address(rights.data_mining_policy))
    return tuple(lines)


def _address(href: str) -> Markup:
    return Markup('<a href="{0}" rel="license">{0}</a>').format(href)


_DATA = Gap("a field of the system it goes to, not of the text")
_AS_SET = Gap("how it was set is not carried")
_WORDS = Gap("its words stand in the text, not as data", partly=True)

HTML_FRAGMENT = Format(
    name="html-fragment",
    title="HTML fragment",
    group="web",
    media_type="text/html",
    suffixes=(".fragment.html",),
    template="web/html-fragment.html",
    write=write,
    options=FragmentOptions,
    cannot_carry={
        **dict.fromkeys(
            (
                *(
                    "id",
                    "version",
                    "language",
                    "slug",
                    "slugline",
                    "summary",
                    "url",
                    "published",
                    "updated",
                    "expires",
                ),
                *(
                    "subjects",
                    "keywords",
                    "places",
                    "people",
                    "organisations",
                    "related",
                    "translations",
                    "publisher",
                ),
                *("urgency", "genre", "change.at", "aliases", "status", "change.kind", "embargo.until"),
            ),
            _DATA,
        ),
        **{f"assets.*.{name}": _DATA for name in ("role", "id")},
        **{
            f"assets.*.renditions.*.{name}": _DATA
            for name in ("name", "media_type", "width", "height", "duration", "size")
        },
        "embargo.printed": Gap("said in words of the house"),
        "notices.*.kind": _DATA,
        "notices.*.jurisdiction": _DATA,
        "contacts.*.phones.*.kind": _WORDS,
        "provider.phones.*.kind": _WORDS,
        "rights.data_mining": _WORDS,
        "rights.holder": Gap("where a copyright line is printed, that is said", partly=True),
        "rights.year": Gap("where a copyright line is printed, that is said", partly=True),
        "dateline.zone": _DATA,
        "dateline.places.*.region": Gap("as the dateline's style prints it", partly=True),
        "dateline.places.*.country": Gap("as the dateline's style prints it", partly=True),
        **{f"dateline.places.*.{n}": _DATA for n in ("uri", "latitude", "longitude")},
        **{
            f"dateline.{n}": Gap("as the dateline's style prints it", partly=True)
            for n in ("date", "time", "zone_printed", "credit", "style")
        },
        "**.layout": _AS_SET,
        "editor_note": Gap("for editors only, and a page is public"),
        "excuses": Gap("for whoever checks it"),
        "extra": Gap("what others keep has no place in a text"),
    },
)
"""A piece of a page."""

FORMATS = (HTML_FRAGMENT,)
