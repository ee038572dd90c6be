"""Files that releases name and that lie beside them: where each is, and its digest."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pressrelease.errors import Problem, shown
from pressrelease.files import FileProblem, data_of, places, site_path
from pressrelease.findings import Where
from pressrelease.newsroom import Newsroom
from pressrelease.site.summary import Summary


class NamedFiles:
    """The files beside a newsroom's releases; each is digested once in a build, or taken as remembered."""

    def __init__(self, newsroom: Newsroom, remembered: dict[str, tuple[int, int, str]] | None = None) -> None:
        assert newsroom.root is not None
        self._root = newsroom.root
        self._real_root = newsroom.root.resolve()
        self._remembered = remembered or {}
        self.seen: dict[str, tuple[int, int, str]] = {}
        """Size, time of change (ns) and digest of each file asked for, by its path."""
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
        name = str(path)
        if name not in self.seen:
            state = path.stat()
            known = self._remembered.get(name)
            if known is not None and known[:2] == (state.st_size, state.st_mtime_ns):
                self.seen[name] = known
            else:
                digest = hashlib.blake2b(data_of(path), digest_size=16).hexdigest()
                self.seen[name] = (state.st_size, state.st_mtime_ns, digest)
        return self.seen[name][2]

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
