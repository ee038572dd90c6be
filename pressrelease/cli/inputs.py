"""The releases that a command is given: files or standard input, each with one or many, read one at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import IO

from pressrelease.cli.errors import tell
from pressrelease.cli.progress import Progress
from pressrelease.errors import PressReleaseError
from pressrelease.files import in_place, opened, with_missing
from pressrelease.findings import Where
from pressrelease.formats.registry import Reading
from pressrelease.formats.verbs import read_all
from pressrelease.newsroom import Newsroom


@dataclass(frozen=True, slots=True)
class Item:
    """What was read, and where it stood: the file, and its number where the file holds many."""

    reading: Reading
    where: Where


class Inputs:
    """Items of files in order. One of a stream that cannot be read is told, and the rest go on."""

    def __init__(
        self, files: tuple[str, ...], format: str | None, newsroom: Newsroom | None, progress: Progress
    ) -> None:
        self._files = files
        self._format = format
        self._newsroom = newsroom
        self.progress = progress
        self._count = 0
        self.failed = 0

    def __iter__(self) -> Iterator[Item]:
        yield from self.progress.each("reading", self._items())

    def _items(self) -> Iterator[Item]:
        for file in self._files:
            with _data(file) as data:
                yield from self._of(data, "standard input" if file == "-" else file)

    def _of(self, data: IO[bytes], name: str) -> Iterator[Item]:
        self._count = 0
        readings = read_all(data, self._format, file=name, newsroom=self._newsroom, errors=self._unread)
        items = (Item(reading, Where(name, item=self._next())) for reading in readings)
        first = list(islice(items, 2))
        if len(first) == 1 and self._count == 1:
            first = [self._alone(first[0], name)]
        yield from chain(first, items)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _alone(self, item: Item, name: str) -> Item:
        reading = item.reading
        if name in self._files:
            reading = in_place(reading, Path(name), self._newsroom)
            reading = with_missing(reading, Path(name), self._newsroom)
        return Item(reading, Where(name))

    def _unread(self, error: PressReleaseError) -> None:
        if error.where.item is None and not self._count:
            raise error  # the file's only document: there is no rest to go on with
        self._count += 1
        self.tell(error)

    def tell(self, error: PressReleaseError, where: Where | None = None) -> None:
        """Print the error of one item, which stood at `where`; the command will end with status 2."""
        self.failed += 1
        self.progress.clear()
        if where is not None:
            error = error.placed(lambda inner: replace(inner, file=where.file, item=where.item))
        tell(error)


@contextmanager
def _data(file: str) -> Iterator[IO[bytes]]:
    if file == "-":
        yield sys.stdin.buffer
    else:
        with opened(Path(file)) as data:
            yield data
