"""The page of each release."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin

from pressrelease.formats.verbs import render
from pressrelease.site.addresses import alternates, folder_of_term, root_of, twin_of
from pressrelease.site.desk import Desk
from pressrelease.site.frame import page_options
from pressrelease.site.kinds.cards import card_paths
from pressrelease.site.kinds.formats import offered
from pressrelease.site.kinds.kit import KIT_SUFFIX
from pressrelease.site.output import Kind, Output
from pressrelease.site.pictures import Shown, shown
from pressrelease.site.plan import Site
from pressrelease.site.settings import OF_A_RELEASE
from pressrelease.site.summary import Summary
from pressrelease.theme import Anchor
from pressrelease.wording import wording


def page_path(s: Summary) -> str:
    """Return where the page of `s` lies."""
    return f"{s.folder}/index.html"


class Around(NamedTuple):
    """What the page of a release tells of besides the release."""

    summary: Summary
    earlier: Summary | None
    later: Summary | None
    versions: tuple[int, ...]
    """Numbers of the earlier ones that have a page."""
    twin: str
    topic: str
    """Address of the page of the topic above its headline."""
    files: tuple[tuple[str, Anchor], ...]
    """Path and link of what lies beside the page for the desk."""
    pictures: tuple[Shown, ...]
    card: tuple[tuple[str, str], ...]
    """Path and address of each file that may be its social card, the best first."""


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield the page of `s`: a withdrawn one says so."""
    path = page_path(s)
    root = root_of(path)
    withdrawn = s.life.was_withdrawn(site.now)
    files = () if withdrawn else tuple(_files(site, s))
    pictures, card = shown(site, s), card_paths(site, s)
    around = Around(
        s,
        *site.neighbours(s),
        _versions(site, s),
        twin_of(site),
        "" if withdrawn else _topic(site, s, root),
        files,
        pictures,
        tuple((path, site.newsroom.base_url + quote(path)) for path in card),
    )
    yield Output(
        path,
        "page",
        around,
        frame=site.shared(page_options, s.language, root),
        releases=(site.take(s),),
        after=(
            *(path for path, _ in files),
            *(path for picture in pictures for path in picture.paths),
            *card,
        ),
    )


def _versions(site: Site, s: Summary) -> tuple[int, ...]:
    if "corrections" not in site.newsroom.site.outputs:
        return ()
    return tuple(e.version for e in site.versions(s))


def _topic(site: Site, s: Summary, root: str) -> str:
    """Return the address of the page of the topic above the headline of `s`, if the site has one."""
    topic = next((term for term in s.topics if term.name == s.kicker), None)
    if topic is None or "topics" not in site.newsroom.site.outputs:
        return ""
    return root + quote(folder_of_term(site, "topics", topic, s.language))


def _files(site: Site, s: Summary) -> Iterator[tuple[str, Anchor]]:
    """Yield path and link of what lies beside the page of `s` for the desk: the press kit, then each format."""
    for suffix, anchor in site.shared(_endings, s.language):
        yield f"{s.folder}/{s.name}{suffix}", replace(anchor, href=f"{s.name}{suffix}")


def _endings(site: Site, language: str) -> tuple[tuple[str, Anchor], ...]:
    """Return how the names of such files end, and their links, but for the address."""
    w = wording(language)
    kit = Anchor("", w("press_kit"), language, "application/zip")
    kits = ((KIT_SUFFIX, kit),) if "press-kit" in site.newsroom.site.outputs else ()
    # All others are called by names of their own.
    titles = {"plain": w("plain_text")}
    return (
        *kits,
        *(
            (f.suffixes[0], Anchor("", titles.get(f.name, f.title), language, f.media_type))
            for f in offered(site)
        ),
    )


def make(output: Output, desk: Desk) -> bytes:
    """Write the page of a release; it tells the sizes of its files, and of pictures and card what there is."""
    taken = output.releases[0]
    around = Around._make(output.inputs)
    w = wording(around.summary.language)
    root = root_of(output.path)
    release = desk.shown(taken)
    base = desk.newsroom.base_url
    # What the release itself says belongs beside it is not named again as its neighbour.
    here = f"{base}{around.summary.folder}/"
    named = {unquote(urljoin(here, r.href).removeprefix(base)).rstrip("/") for r in release.related}
    page = render(
        release,
        "html",
        newsroom=desk.newsroom,
        now=taken.as_of,
        options=replace(
            output.frame,
            earlier=_anchor(around.earlier, root, named),
            later=_anchor(around.later, root, named),
            beside="" if _of_one_topic(around) else w("releases"),
            alternates=alternates(around.summary, taken.tongues),
            versions=tuple(
                Anchor(f"v{n}/", w("version", number=n), around.summary.language) for n in around.versions
            ),
            twin=around.twin,
            topic=around.topic,
            downloads=tuple(replace(anchor, size=desk.size(path)) for path, anchor in around.files),
            pictures={picture.href: picture.picture(desk) for picture in around.pictures},
            card=next((address for path, address in around.card if desk.has(path)), ""),
        ),
        templates=desk.templates,
        registry=desk.registry,
    )
    assert isinstance(page, str)
    return page.encode()


def _of_one_topic(around: Around) -> bool:
    """Return whether the neighbours have the topic of the release: both have it, or none."""
    other = around.earlier or around.later
    return other is None or other.kicker == around.summary.kicker != ""


def _anchor(other: Summary | None, root: str, named: Container[str]) -> tuple[Anchor, ...]:
    if other is None or other.folder in named:
        return ()
    return (Anchor(f"{root}{other.folder}/", other.headline, other.language, published=other.published),)


KINDS = (
    Kind(
        "page",
        "pages",
        ("release page", "release pages"),
        make,
        of_release=of_release,
        templates=("web/html.html",),
        settings=OF_A_RELEASE,
    ),
)
