"""Pictures and files that lie beside a release and that it names."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.errors import PressReleaseError
from pressrelease.files import FileProblem, site_path
from pressrelease.site.desk import Desk
from pressrelease.site.kinds.formats import format_path, offered
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield a copy of each file that `s` names, but for those that the site makes; raise FileProblem with all."""
    if not s.files or s.life.was_withdrawn(site.now):
        return
    made = {format_path(other, f) for other in site.shown for f in offered(site.newsroom, site.registry)}
    problems: list[PressReleaseError] = []
    for href, field in s.files:
        path = site_path(s.folder, href)
        if field == "story" and path in made:
            continue
        try:
            source, digest = site.file_at(s, href, field)
            yield Output(path, "asset", source=source, source_digest=digest)
        except FileProblem as error:
            problems.append(error)
    if problems:
        raise FileProblem.joined(problems)


def make(output: Output, desk: Desk) -> bytes:
    """Give the file's own bytes."""
    assert output.source is not None
    return output.source.read_bytes()


KINDS = (Kind("asset", "pages", ("picture or file", "pictures and files"), make, of_release=of_release),)
