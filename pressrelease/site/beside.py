"""Files that releases name and that lie beside them: where each is, its digest, and what it measures as a picture."""

from __future__ import annotations

import glob
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.files import FileProblem, data_of, inside, places, site_path
from pressrelease.findings import Where
from pressrelease.markup.xml import InvalidXml
from pressrelease.newsroom import FILE_NAME, Newsroom
from pressrelease.pictures import InvalidPicture, Measure, measured
from pressrelease.site.summary import Summary


class FileFacts(NamedTuple):
    """What is known of a file."""

    size: int
    changed: int
    """Time of change (ns)."""
    digest: str
    measure: Measure | str | None = None
    """Of a picture; a text says why it is none; None: nobody asked."""


class NamedFiles:
    """The files beside a newsroom's releases; each is opened once in a build, or its facts taken as remembered."""

    def __init__(self, newsroom: Newsroom, remembered: dict[str, FileFacts] | None = None) -> None:
        assert newsroom.root is not None
        self._root = newsroom.root
        self._real_root = newsroom.root.resolve()
        self._remembered = remembered or {}
        self.seen: dict[str, FileFacts] = {}
        """Of each file asked for, by its path."""
        self._found: dict[tuple[str, str], tuple[Path, str]] = {}

    def at(self, s: Summary, href: str, field: str) -> tuple[Path, str]:
        """Return path and digest of the file at `href`, named by `s` in `field`; raise FileProblem."""
        key = (s.source, href)
        if key not in self._found:
            path = self._place(s, href, field)
            self._found[key] = (path, self.digest(path))
        return self._found[key]

    def digest(self, path: Path) -> str:
        """Return the digest of the file at `path`."""
        return self._facts(path).digest

    def measure(self, path: Path) -> Measure | str:
        """Return what the picture at `path` measures, or why it is none that a browser shows."""
        facts = self._facts(path)
        if facts.measure is None:
            facts = self.seen[str(path)] = facts._replace(measure=_measured(path))
        assert facts.measure is not None
        return facts.measure

    def _facts(self, path: Path) -> FileFacts:
        name = str(path)
        if name not in self.seen:
            state = path.stat()
            known = self._remembered.get(name)
            if known is None or known[:2] != (state.st_size, state.st_mtime_ns):
                digest = hashlib.blake2b(data_of(path), digest_size=16).hexdigest()
                known = FileFacts(state.st_size, state.st_mtime_ns, digest)
            self.seen[name] = known
        return self.seen[name]

    def _place(self, s: Summary, href: str, field: str) -> Path:
        source = self._root / s.source
        where = Where(str(source), field=field)
        candidates = places(source, self._root, s.folder, href)
        if site_path(s.folder, href).startswith("..") or unquote(urlsplit(href).path).startswith("/"):
            raise FileProblem(
                Problem(
                    "a file outside the newsroom's folder",
                    where,
                    shown(href),
                    f"a file below {self._root}",
                    "copy it there",
                )
            )
        for path in candidates:
            if path.is_file():
                real = path.resolve()
                if not real.is_relative_to(self._real_root):
                    raise FileProblem(
                        Problem(
                            "a file outside the newsroom's folder",
                            where,
                            shown(href),
                            f"a file below {self._root}",
                            f"it leads to {real}; copy it into the folder",
                        )
                    )
                return real
        raise FileProblem(Problem("a file that is missing", where, shown(href), f"a file at {candidates[0]}"))


def _measured(path: Path) -> Measure | str:
    try:
        return measured(data_of(path), file=str(path))
    except (InvalidPicture, InvalidXml) as error:
        return fault_of(error)


def fault_of(error: PressReleaseError) -> str:
    """Return why a picture is none, without its place."""
    return str(replace(error.problems[0], where=Where(), advice=""))


def house_file(newsroom: Newsroom, name: str, field: str) -> Path:
    """Return the file `name` below the newsroom's folder that `newsroom.toml` names in `field`; raise FileProblem."""
    root = newsroom.root
    assert root is not None
    path = inside(root / name, root)
    if path.is_file():
        return path
    where = Where(str(root / FILE_NAME), field=field)
    named = sorted(p.relative_to(root).as_posix() for p in root.glob(f"*/{glob.escape(path.name)}"))
    advice = f"did you mean {shown(named[0])}?" if named else ""
    raise FileProblem(Problem("a file that is missing", where, shown(name), f"a file at {path}", advice))
