"""The writer's desk: the live newsroom, and what each page of the preview shows of it. Not to be shared by threads."""

from __future__ import annotations

import datetime as dt
import hashlib
import mimetypes
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from pressrelease.errors import PressReleaseError, Problem
from pressrelease.files import data_of
from pressrelease.findings import Finding, Loss
from pressrelease.formats.document import Document
from pressrelease.formats.registry import DEFAULT, Registry, Source
from pressrelease.formats.registry import Collection as ManyFormat
from pressrelease.formats.verbs import read, write, write_all
from pressrelease.formats.weights import Ranked, ranked
from pressrelease.judging import judged_in_place
from pressrelease.preview.channels import PAGE, Channel, channels, grouped
from pressrelease.preview.guard import SITE
from pressrelease.preview.marked import language_of, lines
from pressrelease.preview.shared import Shared, shared
from pressrelease.preview.states import State, state
from pressrelease.site.addresses import version_folder
from pressrelease.site.live import LiveSite, NothingThere
from pressrelease.site.summary import Summary
from pressrelease.templating import Templates
from pressrelease.theme import direction

GROUPS = (("hidden", "Not public"), ("public", "Public"), ("record", "Kept for the record"))
"""Of the list of all releases: what is still to come stands first."""
_BODY = re.compile(rb"<body\b[^>]*>\n?")
MOST_LISTED = 500
"""Releases on the first page of the preview; a search finds the rest."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the channel's pane holds; of frame, card and lines there is one, or a problem instead."""

    frame: str = ""
    """Address of the page in a frame."""
    digest: str = ""
    """Of what the frame shows: another one means that it changed."""
    card: Shared | None = None
    lines: tuple[Markup, ...] | None = None
    note: str = ""
    """What else a writer must know of it."""
    losses: Ranked = field(default_factory=Ranked)


@dataclass(frozen=True, slots=True)
class Line:
    """A release in the list of all."""

    source: str
    headline: str
    state: State
    language: str
    direction: str
    published: dt.date | None


class Desk:
    """The newsroom in `folder` as its writer sees it; see `LiveSite` for the arguments."""

    def __init__(
        self,
        folder: str | Path,
        *,
        now: dt.datetime | None = None,
        registry: Registry = DEFAULT,
        told: Callable[[int, int], None] | None = None,
    ) -> None:
        # Resolved: the folder's watcher tells whole paths.
        self.live = LiveSite(Path(folder).resolve(), now=now, registry=registry, told=told)
        self.version = 1
        """Counts the refreshes: a page that shows another one is out of date."""
        self._channels = channels(registry)
        self._templates = Templates()
        self._trouble: PressReleaseError | None = None

    def close(self) -> None:
        """Let go of what it kept on disk."""
        self.live.close()

    def refresh(self, changed: Collection[Path]) -> None:
        """Take up what changed in the folder; where that cannot be done it is told on every page."""
        try:
            self.live.refresh(changed)
            self._trouble = None
        except PressReleaseError as error:
            self._trouble = error
        self.version += 1

    # --- the site ---------------------------------------------------------------------------------------------------

    def file(self, path: str, *, framed: bool = True) -> tuple[bytes, str]:
        """Return the site's file at `path` and its media type; raise NothingThere, or why it cannot be made.

        The page of a release that is not public says so, unless it is `framed` by the preview, which does.
        """
        whole = f"{path}index.html" if not path or path.endswith("/") else path
        body = self.live.body(whole)
        s = None if framed else self.live.site.by_folder.get(whole.removesuffix("/index.html"))
        if s is not None and (told := state(s, self.live.site)).hidden:
            mark = self.page("mark.html", state=told).encode()
            body = _BODY.sub(lambda opening: opening[0] + mark, body, count=1)
        kind = mimetypes.guess_type(whole)[0] or "application/octet-stream"
        return body, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    # --- pages of the preview ---------------------------------------------------------------------------------------

    def page(self, name: str, **values: Any) -> str:
        """Return the preview's own page made of template `name`."""
        house = self.live.newsroom
        return self._templates.render(f"preview/{name}", "html", version=self.version, house=house, **values)

    def style(self) -> str:
        """Return the style sheet of the preview."""
        return self._templates.render("preview/preview.css", "text", accent=self.live.newsroom.theme.accent)

    def script(self) -> str:
        """Return its script."""
        return self._templates.render("preview/preview.js", "text")

    def index(self, words: str = "") -> str:
        """Return the list of all releases, newest first; of those whose names hold `words`."""
        known = [s for source in sorted(self.live.sources) if (s := self.live.summary(source)) is not None]
        wanted = [s for s in known if words.casefold() in f"{s.headline} {s.source}".casefold()]
        found = sorted(map(self._line, wanted), key=_newest_first)
        listed = found[:MOST_LISTED]
        return self.page(
            "index.html",
            words=words,
            groups=[
                (heading, [line for line in listed if line.state.group == group]) for group, heading in GROUPS
            ],
            left_out=len(found) - len(listed),
            problems=[(self._source_of(p), p) for error in self._problems() for p in error.problems],
        )

    def _line(self, s: Summary) -> Line:
        published = s.published.date() if s.published else None
        return Line(
            s.source, s.headline, state(s, self.live.site), s.language, direction(s.language), published
        )

    def release(self, source: str, channel: str = "") -> str:
        """Return the workbench of the release in the file `source`; raise NothingThere where there is none."""
        if source not in self.live.sources:
            raise NothingThere(Problem("the newsroom has no such release file", found=source))
        wanted = next((c for c in self._channels if c.name == channel), self._channels[0])
        s = self.live.summary(source)
        path = self.live.root / source
        text = Source(data_of(path), str(path)).text()[0].replace("\r\n", "\n")
        shown, faults = self._shown(s, wanted)
        findings = _in_order((*self._found(path, s), *faults))
        elsewhere = sum(self._source_of(p) != source for error in self._problems() for p in error.problems)
        return self.page(
            "release.html",
            source=source,
            summary=s,
            state=state(s, self.live.site) if s else None,
            direction=direction(s.language) if s else "ltr",
            lines=lines(text, language_of(_media_type(path, self.live.registry))),
            channel=wanted,
            groups=grouped(self._channels),
            shown=shown,
            findings=findings,
            elsewhere=elsewhere,
        )

    # --- the channel ------------------------------------------------------------------------------------------------

    def _shown(self, s: Summary | None, channel: Channel) -> tuple[Shown, tuple[Finding, ...]]:
        """Return what `channel` shows of `s`, and what keeps it from being made."""
        if s is None:
            return Shown(note="This file cannot be read yet; the findings say why."), ()
        try:
            return (self._view(s, channel) if channel.format is None else self._written(s, channel)), ()
        except PressReleaseError as error:
            return Shown(note="It cannot be made; the findings say why."), tuple(_as_findings(error))

    def _view(self, s: Summary, channel: Channel) -> Shown:
        folder = self._folder(s)
        if not folder or (s.earlier and channel.name == "card"):
            return Shown(note="Nobody is shown this version: the page of the newest one tells of it.")
        body = self.live.body(f"{folder}index.html")
        losses = self._losses(self._document(s, PAGE).losses, PAGE)
        if channel.name == "card":
            card = shared(body)
            base = self.live.newsroom.base_url
            local = SITE + card.image.removeprefix(base) if card.image.startswith(base) else ""
            return Shown(card=replace(card, image=local), losses=losses)
        digest = hashlib.blake2b(body, digest_size=8).hexdigest()
        return Shown(frame=SITE + quote(folder), digest=digest, losses=losses)

    def _folder(self, s: Summary) -> str:
        """Return where the page of `s` lies; nothing where it is an earlier version whose wording nobody may read."""
        if not s.earlier:
            return f"{s.folder}/"
        site = self.live.site
        current = (o for o in site.by_folder.values() if (o.family, o.language) == (s.family, s.language))
        found = next((o for o in current if s in site.versions(o)), None)
        return version_folder(found, s) if found and "corrections" in self.live.newsroom.site.outputs else ""

    def _written(self, s: Summary, channel: Channel) -> Shown:
        document = self._document(s, channel.name)
        fmt = self.live.registry.get(channel.name)
        hidden = isinstance(fmt, ManyFormat) and fmt.public and not self._is_out(s)
        return Shown(
            lines=lines(document.text, language_of(document.media_type)),
            note="Feeds leave it out as long as it is not public." if hidden else "",
            losses=self._losses(document.losses, channel.name),
        )

    def _is_out(self, s: Summary) -> bool:
        return s.life.is_public(self.live.site.as_of(s))

    def _document(self, s: Summary, name: str) -> Document:
        """Return `s` in a format, as a build would write it: dated by the release."""
        release = self.live.release(s)
        told: dict[str, Any] = {
            "newsroom": self.live.newsroom,
            "now": self.live.site.as_of(s),
            "registry": self.live.registry,
        }
        if isinstance(self.live.registry.get(name), ManyFormat):
            item: Document = write_all([release], name, **told)
            return item
        return write(release, name, **told)

    def _losses(self, losses: Iterable[Loss], name: str) -> Ranked:
        return ranked(losses, self.live.registry.get(name))

    # --- findings ---------------------------------------------------------------------------------------------------

    def _problems(self) -> tuple[PressReleaseError, ...]:
        return (*((self._trouble,) if self._trouble else ()), *self.live.problems)

    def _source_of(self, problem: Problem) -> str:
        """Return the release file that `problem` stands in, or nothing where it is another file."""
        name = problem.where.file.removeprefix(f"{self.live.root}/").replace("\\", "/")
        return name if name in self.live.sources else ""

    def _found(self, path: Path, s: Summary | None) -> tuple[Finding, ...]:
        """Return what is found in the file at `path`: why it cannot be read, or else what reader and rules say."""
        source = path.relative_to(self.live.root).as_posix()
        told = [p for error in self._problems() for p in error.problems if self._source_of(p) == source]
        house, now = self.live.newsroom, self.live.site.now
        try:
            data = data_of(path)
            reading = read(data, file=str(path), newsroom=house, registry=self.live.registry)
            text = Source(data, str(path))
            found = judged_in_place(reading, text, path, newsroom=house, now=now).findings
        except PressReleaseError as error:
            return tuple(dict.fromkeys((*_as_findings(error), *_as_findings(PressReleaseError(*told)))))
        return (*_as_findings(PressReleaseError(*told)), *found)


def _as_findings(error: PressReleaseError) -> Iterable[Finding]:
    """Yield each problem of `error` as a finding: to a writer they are alike."""
    for problem in error.problems:
        message = str(replace(problem, where=type(problem.where)(), advice=""))
        yield Finding("problem", "error", message, problem.where, problem.advice)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.where.line or 0, f.where.column or 0)))


def _newest_first(line: Line) -> tuple[int, int, str]:
    group = [name for name, _ in GROUPS].index(line.state.group)
    return group, -(line.published or dt.date.min).toordinal(), line.source


def _media_type(path: Path, registry: Registry) -> str:
    """Return the media type of the format that files named like `path` are read as."""
    name = path.name.lower()
    return next((f.media_type for f in registry if name.endswith(f.suffixes)), "")
