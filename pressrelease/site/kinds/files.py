"""Pictures and files that lie beside a release and that it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pressrelease.errors import PressReleaseError
from pressrelease.files import FileProblem, site_path
from pressrelease.pictures import without_location
from pressrelease.site.desk import Desk
from pressrelease.site.kinds.formats import format_path, offered
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield a copy of each file that `s` names, but for those that the site makes; raise FileProblem with all."""
    for href, source, digest in beside(site, s):
        yield Output(site_path(s.folder, href), "asset", source=source, source_digest=digest)


def beside(site: Site, s: Summary) -> Iterator[tuple[str, Path, str]]:
    """Yield address, place and digest of each file that `s` names and that the site does not make itself.

    Raises FileProblem with all that are missing; a withdrawn release has none.
    """
    if not s.files or s.life.was_withdrawn(site.now):
        return
    problems: list[PressReleaseError] = []
    for href, field in s.files:
        if field == "story" and site_path(s.folder, href) in site.shared(_made):
            continue
        try:
            yield (href, *site.file_at(s, href, field))
        except FileProblem as error:
            problems.append(error)
    if problems:
        raise FileProblem.joined(problems)


def _made(site: Site) -> frozenset[str]:
    formats = offered(site)
    return frozenset(format_path(s, f) for s in site.shown for f in formats)


def copied(output: Output, desk: Desk) -> bytes:
    """Give the file's own bytes; a picture's without the place it was taken at."""
    assert output.source is not None
    return published(output.source)


def published(source: Path) -> bytes:
    """Return the file at `source` as the site gives it away."""
    return without_location(source.read_bytes())


KINDS = (Kind("asset", "pages", ("picture or file", "pictures and files"), copied, of_release=of_release),)
