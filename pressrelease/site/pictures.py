"""Pictures beside releases as the site's pages show them: measured, with the copies to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from pressrelease import pictures
from pressrelease.files import FileProblem, site_path
from pressrelease.formats.web.media import medium
from pressrelease.model import Rendition
from pressrelease.pictures import Measure
from pressrelease.site.desk import Desk
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.theme import Picture


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as its release's page names it."""

    href: str
    measure: Measure
    copies: tuple[tuple[int, str, str], ...]
    """Width, address and path below the site's root of each."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Where its copies are."""
        return tuple(path for _, _, path in self.copies)

    def picture(self, desk: Desk) -> Picture:
        """Return what a page says of it: of its copies those that there are."""
        there = {width: href for width, href, path in self.copies if desk.has(path)}
        return pictures.picture(self.href, self.measure, there)


@dataclass(frozen=True, slots=True)
class Local:
    """A file beside a release that is to be a picture."""

    source: Path
    digest: str
    shown: Shown | None
    fault: str = ""
    """Why it is none."""


def local(site: Site, s: Summary) -> tuple[Local, ...]:
    """Return the pictures beside release `s`; none where the house asks for no renditions."""
    if not s.files or "renditions" not in site.newsroom.site.outputs or s.life.was_withdrawn(site.now):
        return ()
    return site.shared(_local, s.folder)


def shown(site: Site, s: Summary) -> tuple[Shown, ...]:
    """Return the pictures beside release `s` that are such."""
    return tuple(picture.shown for picture in local(site, s) if picture.shown)


def lead(site: Site, s: Summary, root: str) -> Shown | None:
    """Return the lead picture of `s`, if it lies beside it, as a page names it from which `root` leads to the root."""
    found = next((p for p in shown(site, s) if s.lead and p.href == s.lead[0]), None)
    if found is None:
        return None
    copies = tuple((width, root + quote(path), path) for width, _, path in found.copies)
    return Shown(root + quote(site_path(s.folder, found.href)), found.measure, copies)


def _local(site: Site, folder: str) -> tuple[Local, ...]:
    s = site.by_folder[folder]
    found = []
    for href, field in s.files:
        if field != "assets" or medium(Rendition(href=href)) != "image":
            continue
        try:
            source, digest = site.file_at(s, href, field)
        except FileProblem:
            continue  # the kind that copies it tells so
        measure = site.measure(source)
        if isinstance(measure, str):
            found.append(Local(source, digest, None, measure))
            continue
        copies = pictures.copies(href, measure).items()
        offered = tuple((width, copy, site_path(folder, copy)) for width, copy in copies)
        found.append(Local(source, digest, Shown(href, measure, offered)))
    return tuple(found)
