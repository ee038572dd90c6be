"""What `check` does with a file: read it, judge what it holds, mend it where that is wanted."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from pressrelease.checks import Judgment, fixed, judged
from pressrelease.checks.report import Account
from pressrelease.cli.common import newsroom_of
from pressrelease.errors import PressReleaseError
from pressrelease.files import data_of, families, sources, write_whole
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import Reading, Source
from pressrelease.formats.verbs import read_all
from pressrelease.judging import judged_in_place
from pressrelease.newsroom import Newsroom
from pressrelease.site.claims import contradictions
from pressrelease.site.reading import read_families

_BOM = b"\xef\xbb\xbf"
_ROUNDS = 5
"""How often edits are looked for again: each round makes those that overlapped others of the round before."""


def files_of(paths: tuple[str, ...], named: str | None) -> Iterator[tuple[str, Newsroom | None]]:
    """Yield each file to check with its newsroom; a folder with `newsroom.toml` stands for all its releases."""
    for path in paths:
        if is_folder(path):
            house = Newsroom.load(path)
            judge = Newsroom.load(named) if named else house
            yield from ((str(file), judge) for file in sources(house))
        else:
            yield path, newsroom_of(named, path)


def is_folder(path: str) -> bool:
    """Say whether `path` is a folder, not a file or standard input."""
    return path != "-" and Path(path).is_dir()


def contradicting(folder: str) -> Account:
    """Return what contradicts among all releases of the newsroom in `folder`, which a build would refuse.

    Files that cannot be read are left out. Raises PressReleaseError.
    """
    house = Newsroom.load(folder)
    reads = read_families(house, None, None, families(house))
    errors = contradictions(house, (s for read in reads for s in read.summaries))
    found = (
        Finding("contradiction", "error", str(replace(p, where=Where(), advice="")), p.where, p.advice)
        for error in errors
        for p in error.problems
    )
    return Account(tuple(found), releases=0)


@dataclass(frozen=True, slots=True)
class Checker:
    """Judge files at `now` by `profile`; `errors` is told of each document of a stream that cannot be read."""

    now: dt.datetime
    profile: str | None
    errors: Callable[[PressReleaseError], None]

    def checked(self, path: str, house: Newsroom | None) -> Account:
        """Return what is found in the file at `path` (`-`: standard input); raise PressReleaseError."""
        return self._judged(_data(path), path, house)

    def mended(self, path: str, house: Newsroom | None) -> tuple[Account, int]:
        """Make the edits that findings in the file at `path` offer; return what is left, and how many were made.

        Edits that overlap are made one after the other, until there is none. The file is written whole, and only once
        what would be written could be read; one that is not UTF-8 stays as it is.
        """
        data = _data(path)
        account = self._judged(data, path, house)
        (text,) = account.sources.values() or ("",)
        mark = _BOM if data.startswith(_BOM) else b""
        if mark + text.encode() != data:
            return account, 0
        made = 0
        for _ in range(_ROUNDS):
            text, count = fixed(text, [f.edit for f in account.findings if f.edit is not None])
            if not count:
                break
            account = self._judged(mark + text.encode(), path, house)
            made += count
        if made:
            write_whole(Path(path), mark + text.encode())
        return account, made

    def _judged(self, data: bytes, path: str, house: Newsroom | None) -> Account:
        name = "standard input" if path == "-" else path
        failed: list[PressReleaseError] = []
        readings = read_all(data, file=name, newsroom=house, errors=failed.append)
        first = list(islice(readings, 2))
        text = ""
        if len(first) == 1 and not failed:
            text, _ = Source(data, name).text()
            judgments = [self._alone(first[0], text, path, house)]
        else:
            several = enumerate(chain(first, readings), 1)
            judgments = [self._item(reading, number, name, house) for number, reading in several]
        for error in failed:
            self.errors(error)
        return Account(
            findings=tuple(f for j in judgments for f in j.findings),
            excused=tuple(e for j in judgments for e in j.excused),
            releases=len(judgments),
            sources={name: text},
        )

    def _alone(self, reading: Reading, text: str, path: str, house: Newsroom | None) -> Judgment:
        """Judge the one release of a file."""
        place, name = (None, "standard input") if path == "-" else (Path(path), path)
        return judged_in_place(
            reading, Source(text, name), place, newsroom=house, now=self.now, profile=self.profile
        )

    def _item(self, reading: Reading, number: int, name: str, house: Newsroom | None) -> Judgment:
        """Judge one release of a stream; its findings name its number."""
        judgment = judged(
            reading.release,
            newsroom=house,
            source=Source("", name),
            profile=self.profile,
            now=self.now,
            noticed=reading.findings,
        )
        found = judgment.findings
        return replace(
            judgment, findings=tuple(replace(f, where=replace(f.where, item=number)) for f in found)
        )


def _data(path: str) -> bytes:
    return sys.stdin.buffer.read() if path == "-" else data_of(Path(path))
