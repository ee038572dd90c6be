"""Making outputs: which must be made anew, and making them, side by side where there is much to do."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, TypeVar

from pressrelease.errors import PressReleaseError
from pressrelease.files import Family
from pressrelease.formats.registry import DEFAULT, Registry
from pressrelease.newsroom import Newsroom
from pressrelease.site.desk import Desk
from pressrelease.site.disk import put
from pressrelease.site.kinds import kinds
from pressrelease.site.memory import Kept
from pressrelease.site.output import Output
from pressrelease.site.reading import Reader, Spot
from pressrelease.templating import Templates

A = TypeVar("A")
R = TypeVar("R")

Group = tuple[tuple[Output, str], ...]
"""Outputs that are made one after the other, each with its key."""

CHUNK = 50
"""Releases, or other outputs, that a worker gets at a time."""
FEW = 48
"""Up to so many pieces of work one process is quicker than several."""
TOO_MANY = 200
"""So many faults end a build: they are one mistake of a template or setting, met on every page."""


# --- which ----------------------------------------------------------------------------------------------------------


class Keys:
    """The key of each output: the digest of all that it is made from. Equal key, equal bytes."""

    def __init__(self, engine: str, newsroom: Newsroom, templates: Templates) -> None:
        self._engine = engine
        self._newsroom = newsroom
        self._templates = templates
        self._by_kind: dict[str, str] = {}
        self._by_template: dict[str, str] = {}
        self._shared: dict[int, tuple[Any, str]] = {}
        self.of: dict[str, str] = {}

    def key(self, output: Output) -> str:
        """Return the key of `output`; those it comes after were asked for before."""
        parts = (
            self._kind(output.kind),
            output.path,
            output.inputs,
            self._once(output.frame),
            tuple(map(self._once, output.releases)),
            tuple(self.of[path] for path in output.after),
            tuple(map(self._template, output.templates)),
            output.source_digest,
        )
        key = _digest(repr(parts))
        self.of[output.path] = key
        return key

    def _kind(self, name: str) -> str:
        if name not in self._by_kind:
            kind = kinds()[name]
            settings = self._newsroom.model_dump_json(include=set(kind.settings)) if kind.settings else ""
            templates = [self._template(name) for name in kind.templates]
            engines = [metadata.version(engine) for engine in kind.engines]
            self._by_kind[name] = _digest(repr((self._engine, name, settings, templates, engines)))
        return self._by_kind[name]

    def _template(self, name: str) -> str:
        if name not in self._by_template:
            self._by_template[name] = self._templates.digest(name)
        return self._by_template[name]

    def _once(self, shared: Any) -> str:
        """Return the digest of a value that many outputs share: it is made once."""
        if shared is None:
            return ""
        known = self._shared.get(id(shared))
        if known is None:
            # The value is kept: its id stays its own.
            known = self._shared[id(shared)] = (shared, _digest(repr(shared)))
        return known[1]


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


# --- how ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Made:
    """An output that was made, or why it was not."""

    path: str
    kept: Kept
    problem: PressReleaseError | None = None
    failed: bool = False
    """Whether it was not made: also where it comes after one that was not, which told why."""


@dataclass(frozen=True, slots=True)
class Task:
    """Outputs that a worker makes, with all that it needs."""

    newsroom: Newsroom
    registry: Registry | None
    fresh: Path
    spool: Path | None
    outputs: Group
    spots: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    families: Mapping[str, Family] = field(default_factory=dict)


def make_outputs(task: Task) -> list[Made]:
    """Make the outputs of `task` and write them; a worker's whole task."""
    registry = task.registry or DEFAULT
    reader = Reader(task.newsroom, registry, task.spool, dict(task.spots), dict(task.families))
    desk = Desk(task.newsroom.public, registry, Templates(newsroom=task.newsroom), reader, task.fresh)
    made = []
    failed: set[str] = set()
    for output, key in task.outputs:
        if failed.intersection(output.after):
            failed.add(output.path)
            made.append(Made(output.path, Kept(key, ()), failed=True))
            continue
        try:
            files = tuple(_written(output, desk))
            made.append(Made(output.path, Kept(key, files, tuple(desk.told))))
        except PressReleaseError as error:
            failed.add(output.path)
            made.append(Made(output.path, Kept(key, ()), error, failed=True))
        desk.told.clear()
    return made


def _written(output: Output, desk: Desk) -> Iterator[tuple[str, int, int]]:
    made = kinds()[output.kind].make(output, desk)
    files = (
        [(output.path, made)] if isinstance(made, bytes) else ((output.path + name, b) for name, b in made)
    )
    for path, body in files:
        size, changed = put(desk.fresh / path, body, desk.fresh)
        yield path, size, changed


def side_by_side(
    executor: Executor | None, work: Callable[[A], R], tasks: Iterable[A], much: bool
) -> Iterator[R]:
    """Yield what `work` gives for each of `tasks`, in order; in other processes where there is much to do.

    No more tasks are under way than keep the workers busy, so that memory stays level.
    """
    if executor is None or not much:
        yield from map(work, tasks)
        return
    under_way: deque[Future[R]] = deque()
    for task in tasks:
        under_way.append(executor.submit(work, task))
        if len(under_way) >= _AT_ONCE:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


_AT_ONCE = 2 * max(4, os.cpu_count() or 1)


def waves(groups: Iterable[Group]) -> list[list[Group]]:
    """Return `groups` in the waves in which they are made: each comes after all the outputs that it tells of."""
    found: list[list[Group]] = []
    placed: dict[str, int] = {}
    for group in groups:
        after = (placed[path] + 1 for output, _ in group for path in output.after if path in placed)
        wave = max(after, default=0)
        placed.update((output.path, wave) for output, _ in group)
        found += [[] for _ in range(wave + 1 - len(found))]
        found[wave].append(group)
    return found


def shared_out(groups: Iterable[Group]) -> Iterator[Group]:
    """Yield the outputs of `groups` in portions for workers: a group stays together."""
    portion: list[tuple[Output, str]] = []
    count = 0
    for group in groups:
        portion += group
        # What is made from many releases is as much work as they are.
        count += max((len(output.releases) for output, _ in group), default=0) or 1
        if count >= CHUNK:
            yield tuple(portion)
            portion, count = [], 0
    if portion:
        yield tuple(portion)
