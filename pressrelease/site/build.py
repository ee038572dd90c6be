"""The verb `build`: load a newsroom's folder, plan, render, publish whole."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from pressrelease.errors import Problem
from pressrelease.files import FileProblem, Loaded, linked, load_all, office_files, pictured, places
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import DEFAULT, Registry
from pressrelease.formats.verbs.incoming import SAVE_AS
from pressrelease.newsroom import Newsroom, folder_of, utc_now
from pressrelease.site.plan import plan
from pressrelease.site.render import rendered
from pressrelease.site.write import fill, generation

T = TypeVar("T")
Progress: TypeAlias = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made. `hidden` counts sources that are not public yet; the site holds nothing of them."""

    out: str
    releases: int
    files: int
    bytes: int
    kinds: dict[str, int]
    hidden: int
    withdrawn: int
    next_change: dt.datetime | None
    """The next moment at which the site would change by itself: a lift, a publication, an expiry."""
    findings: tuple[Finding, ...]

    def lines(self) -> Iterator[str]:
        """Yield the report as lines for a terminal."""
        made = ", ".join(_count(n, *_NAMES.get(kind, (kind, kind))) for kind, n in self.kinds.items())
        releases = _count(self.releases, "release", "releases")
        yield f"{self.out}: {releases}, {_count(self.files, 'file', 'files')}, {_size(self.bytes)} ({made})"
        if self.withdrawn:
            yield f"withdrawn: {self.withdrawn}, each with a page that says so"
        if self.hidden:
            yield f"not public yet: {self.hidden}, nothing of them is in the site"
        if self.next_change:
            yield f"the site changes by itself at {self.next_change.isoformat()}: build again then"
        yield f"look at {self.out}/index.html"


_NAMES = {
    "page": ("release page", "release pages"),
    "format": ("file in another format", "files in other formats"),
    "asset": ("picture or file", "pictures and files"),
    "list": ("list page", "list pages"),
    "feed": ("feed", "feeds"),
    "missing": ("page for what is missing", "pages for what is missing"),
    "robots": ("robots.txt", "robots.txt"),
    "style": ("style sheet", "style sheets"),
}


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 100_000 else f"{max(1, round(number / 1000))} kB"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def build(
    newsroom: Newsroom,
    out: str | Path,
    *,
    now: dt.datetime | None = None,
    executor: Executor | None = None,
    registry: Registry = DEFAULT,
    progress: Progress | None = None,
) -> BuildReport:
    """Build the folder of `newsroom` into the site at `out`, whole or not at all.

    `now` (aware) is the moment the site shows; `executor` runs the work of many releases side by side; `progress`
    is called with what is being done (`reading`, `writing`), how much of it is, and of how much. Raises
    PressReleaseError with every problem of every source at once; the old site is then untouched.
    """
    moment = now or utc_now()
    if moment.tzinfo is None:
        raise FileProblem(Problem("`now` has no zone", expected="an aware datetime"))
    target = Path(out).absolute()
    _refuse_nesting(newsroom, target)
    told = progress or _untold
    loaded = load_all(newsroom, registry, skip=target, progress=partial(told, "reading"))
    site = plan(newsroom, loaded, moment, registry)
    with generation(target) as folder:
        made = rendered(site, registry, executor)
        files, size = fill(folder, _counted(made, len(site.outputs), told))
    kinds = Counter(output.kind for output in site.outputs)
    return BuildReport(
        out=str(out),
        releases=sum(not e.withdrawn for e in site.entries),
        files=files,
        bytes=size,
        kinds={str(kind): n for kind, n in kinds.items()},
        hidden=site.hidden,
        withdrawn=sum(e.withdrawn for e in site.entries),
        next_change=site.next_change,
        findings=(*(f for entry in loaded for f in entry.findings), *_unread(newsroom, loaded, target)),
    )


def _unread(newsroom: Newsroom, loaded: Iterable[Loaded], target: Path) -> Iterator[Finding]:
    """Yield a finding for each file of a word processor that is read by nobody and belongs to no release."""
    named = {
        place.resolve()
        for e in loaded
        for href in (*pictured(e.release), *linked(e.release))
        for place in places(e.path, newsroom.root, folder_of(e.release.slug), href)
    }
    for path in office_files(newsroom, skip=target):
        if path.resolve() not in named:
            message = f"a {path.suffix} file is not read, and no release names it"
            yield Finding("not-read", "warning", message, Where(str(path)), f"a release? {SAVE_AS}")


def _untold(what: str, done: int, of: int) -> None:
    """Say nothing."""


def _counted(files: Iterable[T], of: int, told: Progress) -> Iterator[T]:
    for number, file in enumerate(files, 1):
        told("writing", number, of)
        yield file


def _refuse_nesting(newsroom: Newsroom, out: Path) -> None:
    """Refuse an `out` that is the newsroom's folder or holds it: publishing would replace the sources."""
    root = newsroom.root
    if root is not None and root.resolve().is_relative_to(out.resolve()):
        raise FileProblem(
            Problem(
                "the site would replace the newsroom's own folder",
                Where(str(out)),
                advice="choose another --out",
            )
        )
