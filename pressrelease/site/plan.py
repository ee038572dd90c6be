"""A site at a moment, as values: its public releases in order, and what each output is made from. Pure: no clock.

A hidden release is not here: no page, number, feed or link can depend on one.
"""

from __future__ import annotations

import datetime as dt
import fnmatch
import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, unquote, urljoin, urlsplit

from pressrelease.files import source_named
from pressrelease.formats.registry import Registry
from pressrelease.model.life import Life
from pressrelease.newsroom import Newsroom, folder_of
from pressrelease.pictures import Measure
from pressrelease.site.beside import NamedFiles
from pressrelease.site.output import Taken, Turn
from pressrelease.site.summary import Summary, Term, Tongue

RESERVED = frozenset(
    (
        *("archive", "assets", "cards", "contacts", "corrections", "imprint", "page", "people", "places"),
        *("search", "terms", "topics", ".well-known"),
        *("404.html", "_redirects", "feed.atom", "feed.json", "index.html"),
    )
)
"""First parts of addresses that are the site's own: no release may take one (`pressrelease.site.claims`)."""

T = TypeVar("T")
FileAt = Callable[[Summary, str, str], tuple[Path, str]]
"""Gives path and digest of the file that a release names at an address, in a field; raises FileProblem."""


@dataclass(frozen=True)
class Site:
    """A newsroom's public site at a moment."""

    newsroom: Newsroom
    registry: Registry
    now: dt.datetime
    shown: tuple[Summary, ...]
    """Public releases, newest first; equal moments by id."""
    withdrawn: tuple[Summary, ...]
    history: Mapping[tuple[str, str], tuple[Summary, ...]]
    """Earlier versions by family and language, oldest first: only of releases that are public or withdrawn."""
    file_at: FileAt
    digest: Callable[[Path], str]
    """Gives the digest of a file of the house."""
    measure: Callable[[Path], Measure | str]
    """Gives what a picture measures, or why it is none."""
    hidden: int = 0
    """How many sources are not public now; nothing else of them is here."""
    next_change: Turn | None = None
    """The next moment at which a release comes, or goes, by itself."""
    next_lift: dt.datetime | None = None
    """The next end of an embargo that shows a release."""
    by_folder: Mapping[str, Summary] = field(default_factory=dict)
    early: Mapping[str, dt.datetime] = field(default_factory=dict)
    """Hidden releases that are shown all the same, by folder, each as of a moment: for a writer's eyes alone."""

    # --- lists ------------------------------------------------------------------------------------------------------

    def listed(self, language: str = "") -> tuple[Summary, ...]:
        """Return what a list of `language` shows, newest first; without one, each family once, in the house's own."""
        if not language:
            return self._families
        return self._by_language.get(language, ())

    @cached_property
    def _families(self) -> tuple[Summary, ...]:
        return self._once_each(self.shown)

    def gone(self, language: str = "") -> tuple[Summary, ...]:
        """Return what was withdrawn, newest first; without a language, each family once, in the house's own."""
        if language:
            return tuple(s for s in self.withdrawn if s.language == language)
        return self._once_each(self.withdrawn)

    def _once_each(self, entries: tuple[Summary, ...]) -> tuple[Summary, ...]:
        own = self.newsroom.language
        spoken: dict[str, set[str]] = {}
        for s in entries:
            spoken.setdefault(s.family, set()).add(s.language)
        return tuple(
            s
            for s in entries
            if s.language == own
            or len(spoken[s.family]) == 1
            or (own not in spoken[s.family] and "." not in s.slug)
        )

    @cached_property
    def _by_language(self) -> dict[str, tuple[Summary, ...]]:
        found: dict[str, list[Summary]] = {}
        for s in self.shown:
            found.setdefault(s.language, []).append(s)
        return {language: tuple(entries) for language, entries in found.items()}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site's releases besides the house's own, in order."""
        return tuple(sorted({s.language for s in self.shown} - {self.newsroom.language, "und"}))

    @cached_property
    def _editions(self) -> frozenset[str]:
        """The first parts of the addresses of editions."""
        return frozenset(language.lower() for language in self.languages)

    def grouped(self, name: str, language: str = "") -> Mapping[Term, tuple[Summary, ...]]:
        """Return what a list of `language` shows by `topics`, `places` or `people` (whom it quotes or names).

        Terms come in order of their keys, the releases of each newest first.
        """
        return self.shared(_grouped, name, language)

    def shared(self, make: Callable[..., T], *arguments: Any) -> T:
        """Return what `make(site, *arguments)` gives, one value for all who ask alike."""
        key = (make, *arguments)
        if key not in self._shared:
            self._shared[key] = make(self, *arguments)
        made: T = self._shared[key]
        return made

    @cached_property
    def _shared(self) -> dict[Any, Any]:
        return {}

    # --- one release ------------------------------------------------------------------------------------------------

    def take(self, s: Summary) -> Taken:
        """Return release `s` as an output is made from it."""
        if s.source not in self._taken:
            spoken, unknown, led = self._spoken(s), self.unknown(s), tuple(self.led(s).items())
            self._taken[s.source] = Taken(
                s.folder, s.source, s.digest, s.place, self.as_of(s), spoken, unknown, led
            )
        return self._taken[s.source]

    @cached_property
    def _taken(self) -> dict[str, Taken]:
        """By source: a release and its earlier versions have one folder."""
        return {}

    def neighbours(self, s: Summary) -> tuple[Summary | None, Summary | None]:
        """Return the earlier and the later release in the same language: of its topic, if it has another one."""
        return self._neighbours.get(s.folder, (None, None))

    @cached_property
    def _neighbours(self) -> dict[str, tuple[Summary | None, Summary | None]]:
        rows: dict[tuple[str, str], list[Summary]] = {}
        for s in self.shown:
            if s.kicker:
                rows.setdefault((s.language, s.kicker), []).append(s)
        return {
            s.folder: (earlier, later)
            for row in (*self._by_language.values(), *(row for row in rows.values() if len(row) > 1))
            for s, earlier, later in zip(row, (*row[1:], None), (None, *row[:-1]), strict=True)
        }

    def versions(self, s: Summary) -> tuple[Summary, ...]:
        """Return the earlier versions of `s` whose wording may be read, oldest first: none of a withdrawn release."""
        if s.life.was_withdrawn(self.now):
            return ()
        kept = self.history.get((s.family, s.language), ())
        return tuple(e for e in kept if e.life.status == "usable" and not e.life.killed)

    def changed_at(self, s: Summary) -> dt.datetime | None:
        """Return when version `s` became what it is: as its change or its update says, if they do.

        When it came out, or was to, is no answer.
        """
        if s.changed and s.changed.at:
            return s.changed.at
        other = (s.published, s.life.lift, s.life.comes_out, s.life.expires)
        known = s.moments if s.published else ()  # else its only moment may be its dateline's
        return max((m for m in known if m <= self.now and m not in other), default=None)

    @cached_property
    def moved(self) -> Mapping[str, Summary]:
        """Releases by the folders that they had before; each leads to the one they have."""
        return {
            folder_of(alias): s
            for s in (*self.shown, *self.withdrawn)
            for alias in s.aliases
            if folder_of(alias) != s.folder
        }

    def as_of(self, s: Summary) -> dt.datetime:
        """Return the moment that what is made of `s` names as its own: the house's first day where `s` has none."""
        year, month, day = (int(part) for part in (*self.newsroom.tag_date.split("-"), "1", "1")[:3])
        return s.as_of(self.early.get(s.folder, self.now), dt.datetime(year, month, day, tzinfo=dt.UTC))

    def tongues(self, s: Summary) -> tuple[Tongue, ...]:
        """Return the other languages of `s`: those it names itself, and its family's that the public may see."""
        return self.take(s).tongues

    def _spoken(self, s: Summary) -> tuple[Tongue, ...]:
        own = tuple(t for t in s.tongues if self.knows(t.href or t.id, s))
        known = {s.language, *(t.language for t in own)}
        kin = (o for o in self._kin.get(s.family, ()) if o.language not in known and not o.earlier)
        return (*own, *(Tongue(o.language, o.url, o.id, o.headline, o.version) for o in kin))

    def kin(self, s: Summary) -> tuple[Summary, ...]:
        """Return the other languages of `s` in its family that the public may see."""
        return tuple(o for o in self._kin.get(s.family, ()) if o is not s)

    @cached_property
    def _kin(self) -> dict[str, list[Summary]]:
        found: dict[str, list[Summary]] = {}
        for s in sorted((*self.shown, *self.withdrawn), key=lambda s: s.source):
            found.setdefault(s.family, []).append(s)
        return found

    def unknown(self, s: Summary) -> tuple[str, ...]:
        """Return what `s` refers to within the site that no public release has: it is not shown."""
        led = self.led(s)
        return tuple(
            h for h in dict.fromkeys((*s.related, *s.links)) if h not in led and not self.knows(h, s)
        )

    def led(self, s: Summary) -> Mapping[str, str]:
        """Return, by what `s` calls the file of a public release, the address of its page from that of `s`."""
        found: dict[str, str] = {}
        for href in (*s.related, *s.links):
            page = self._by_file.get(source_named(href, s.source, self.registry.release_suffixes))
            if page is not None:
                _, mark, part = href.partition("#")
                found[href] = f"{quote(posixpath.relpath(page.folder, s.folder))}/{mark}{part}"
        return found

    @cached_property
    def _by_file(self) -> Mapping[str, Summary]:
        return {unicodedata.normalize("NFC", s.source): s for s in (*self.shown, *self.withdrawn)}

    def knows(self, href: str, s: Summary) -> bool:
        """Return whether `href`, an address or id in `s`, may be shown: anything but what would be a page of ours."""
        base = self.newsroom.base_url
        if href.startswith("tag:"):
            return not href.startswith(self.newsroom.tag("")) or href in self._ids
        if not href or (urlsplit(href).scheme and not href.startswith(base)):
            return True
        address = urljoin(f"{base}{s.folder}/", href).partition("#")[0].partition("?")[0]
        if not address.startswith(base):
            return True
        # Browsers give addresses with their letters encoded.
        path = unquote(address[len(base) :]).removesuffix("index.html").strip("/")
        first, _, rest = path.partition("/")
        if first in RESERVED or (
            first in self._editions and (not rest or rest.partition("/")[0] in RESERVED)
        ):
            return True
        if any(fnmatch.fnmatchcase(path, glob.strip("/")) for glob in self.newsroom.site.elsewhere):
            return True
        if not path or self._within_a_release(path):
            return True
        named = source_named(href, s.source, self.registry.release_suffixes)
        return "/" not in path and "." in path and not named

    def _within_a_release(self, path: str) -> bool:
        """Return whether `path` is the folder of a public release, or may be a file below one.

        What is called like a release file is one only where the site makes it beside the page.
        """
        folder, _, name = path.rpartition("/")
        if path.lower().endswith(self.registry.release_suffixes) and path not in self.by_folder:
            page = self.by_folder.get(folder)
            return page is not None and (name == "index.md" or name.removeprefix(page.name) in self._endings)
        folder = path
        while folder:
            if folder in self.by_folder or folder in self.moved:
                return True
            folder = folder.rpartition("/")[0]
        return False

    @cached_property
    def _endings(self) -> frozenset[str]:
        """How files of a release in other formats end, after its name."""
        offered = (self.registry.get(name) for name in self.newsroom.site.formats)
        return frozenset(f.suffixes[0] for f in offered)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(s.id for s in (*self.shown, *self.withdrawn))


def site_at(
    newsroom: Newsroom,
    registry: Registry,
    now: dt.datetime,
    summaries: Iterable[Summary],
    beside: NamedFiles,
    *,
    everything: bool = False,
) -> Site:
    """Return the public site of `newsroom` at `now` (aware), made from the summaries of all its releases.

    `everything`: drafts and embargoed releases are shown too, as of when they would come out. A build never asks so.
    """
    early: dict[str, dt.datetime] = {}
    public: list[Summary] = []
    withdrawn: list[Summary] = []
    earlier: list[Summary] = []
    hidden = 0
    turns: list[Turn] = []
    for s in summaries:
        if s.earlier:
            earlier.append(s)
            continue
        if (change := s.life.next_change(now)) is not None:
            turns.append(_turn(s.life, change))
        if s.life.is_public(now):
            public.append(s)
        elif s.life.was_withdrawn(now):
            withdrawn.append(s)
        elif everything:
            public.append(s)
            early[s.folder] = max(m for m in (now, s.life.lift, s.life.comes_out) if m is not None)
        else:
            hidden += 1
    seen = (*public, *withdrawn)
    shown_families = {(s.family, s.language) for s in seen}
    history: dict[tuple[str, str], list[Summary]] = {}
    for s in sorted(earlier, key=lambda s: (s.version, s.source)):
        key = (s.family, s.language)
        if key in shown_families and (everything or s.life.is_out(now)):
            history.setdefault(key, []).append(s)
    return Site(
        newsroom=newsroom,
        registry=registry,
        now=now,
        shown=_newest_first(public),
        withdrawn=_newest_first(withdrawn),
        history={key: tuple(found) for key, found in history.items()},
        file_at=beside.at,
        digest=beside.digest,
        measure=beside.measure,
        hidden=hidden,
        next_change=min(turns, default=None),
        next_lift=min((turn.at for turn in turns if turn.why == _LIFT), default=None),
        by_folder={s.folder: s for s in seen},
        early=early,
    )


_LIFT = "an embargo ends"


def _turn(life: Life, at: dt.datetime) -> Turn:
    """Return why a release changes by itself at the moment `at` of its `life`."""
    if at == life.lift:
        return Turn(at, _LIFT)
    return Turn(at, "a release comes out" if at == life.comes_out else "a release expires")


_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


def _newest_first(found: list[Summary]) -> tuple[Summary, ...]:
    return tuple(sorted(found, key=lambda s: (s.published or _NEVER, s.id), reverse=True))


_TERMS: Mapping[str, Callable[[Summary], tuple[Term, ...]]] = {
    "topics": lambda s: s.topics,
    "places": lambda s: s.places,
    "people": lambda s: tuple(said.person for said in s.said),
}


def _grouped(site: Site, name: str, language: str) -> Mapping[Term, tuple[Summary, ...]]:
    """Return the releases of a list by term; one key is called as its newest release calls it."""
    found: dict[str, tuple[Term, list[Summary]]] = {}
    for entry in site.listed(language):
        for term in _TERMS[name](entry):
            group = found.setdefault(term.key, (term, []))[1]
            if not group or group[-1] is not entry:
                group.append(entry)
    return {term: tuple(group) for _, (term, group) in sorted(found.items())}
