"""A site that is looked at while it is written: planned and made as `build` does, an output at a time, published never.

It shows drafts and embargoed releases too: nothing of it is for anybody but its writer.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.files import Family, families
from pressrelease.formats.registry import DEFAULT, Registry
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom, utc_now
from pressrelease.site.beside import NamedFiles
from pressrelease.site.claims import contradictions
from pressrelease.site.extras import possible
from pressrelease.site.kinds import kinds, planned_of, planned_of_many
from pressrelease.site.making import Keys, Task, make_outputs
from pressrelease.site.memory import Kept, engine, reading_key, stats_of
from pressrelease.site.output import Output
from pressrelease.site.plan import Site, site_at
from pressrelease.site.reading import PORTION, Read, Reader, read_families
from pressrelease.site.summary import Summary
from pressrelease.templating import Templates


class NothingThere(PressReleaseError):
    """Asked for a file that the site does not have."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """A family as its files are, and as it could last be read."""

    stats: list[list[Any]]
    read: Read
    errors: tuple[PressReleaseError, ...] = ()


class LiveSite:
    """The newsroom in `folder` as it is now, drafts and embargoed releases included; call `close` when done with it.

    `now` (aware) is the moment it shows; none: the present, whenever it is refreshed. Reads all releases;
    `told` is called with how many are read, and of how many. Raises PressReleaseError where `newsroom.toml` cannot be
    used. Not to be shared by threads.
    """

    def __init__(
        self,
        folder: str | Path,
        *,
        now: dt.datetime | None = None,
        registry: Registry = DEFAULT,
        told: Callable[[int, int], None] | None = None,
    ) -> None:
        self.newsroom, _ = possible(Newsroom.load(folder))
        assert self.newsroom.root is not None
        self.root = self.newsroom.root
        self.registry = registry
        self._now = now
        self._folder = tempfile.TemporaryDirectory(prefix="pressrelease-")
        self._spool, self._fresh = Path(self._folder.name, "spool"), Path(self._folder.name, "fresh")
        self._spool.mkdir()
        self._fresh.mkdir()
        self._engine = engine()
        self._stands: dict[Path, _Stand] = {}
        self._made: dict[str, Kept] = {}
        self._spools = 0
        self._house_problem: PressReleaseError | None = None
        self._keys = self._new_keys()
        self._named = NamedFiles(self.newsroom)
        self._kind_at: dict[str, str] = {}
        self._look(families(self.newsroom, self.registry), told=told)

    def close(self) -> None:
        """Remove what it kept on disk."""
        self._folder.cleanup()

    # --- as the folder is now ---------------------------------------------------------------------------------------

    def refresh(self, changed: Collection[Path] = ()) -> None:
        """Look at the folder again and read what changed: what `changed` names, and all whose size or time did.

        What cannot be read any more stays as it was, and is told in `problems`.
        """
        edited = [
            s.read.family for s in self._stands.values() if not set(s.read.family.paths).isdisjoint(changed)
        ]
        if (
            not {path for family in edited for path in family.paths if path.exists()}.issuperset(changed)
            or not edited
        ):
            self._reload()
            self._look(families(self.newsroom, self.registry), changed)
        else:
            # Only texts: the folder need not be walked to know what is in it.
            every = [stand.read.family for stand in self._stands.values()]
            self._look(every, changed, looked_at=edited)

    def _reload(self) -> None:
        """Take up settings and templates as they are now."""
        try:
            house, _ = possible(Newsroom.load(self.root))
            self._house_problem = None
        except PressReleaseError as error:
            house, self._house_problem = self.newsroom, error
        if reading_key(house, "") != reading_key(self.newsroom, ""):
            self._stands = {}
        self.newsroom = house
        self._keys = self._new_keys()
        self._kind_at = {}

    def _new_keys(self) -> Keys:
        return Keys(self._engine, self.newsroom, Templates(newsroom=self.newsroom))

    def _look(
        self,
        every: list[Family],
        changed: Collection[Path] = (),
        *,
        looked_at: list[Family] | None = None,
        told: Callable[[int, int], None] | None = None,
    ) -> None:
        """Take up the families that there are; only those `looked_at` can have changed, where that is known."""
        some = every if looked_at is None else looked_at
        stats = {family.paths[0]: stats_of(family) for family in some}
        new = [family for family in some if not self._is_known(family, stats[family.paths[0]], changed)]
        for start in range(0, len(new), PORTION):
            for read in self._read(new[start : start + PORTION]):
                path = read.family.paths[0]
                self._stands[path] = self._stand(stats[path], read)
            if told is not None:
                told(min(start + PORTION, len(new)), len(new))
        self._stands = {family.paths[0]: self._stands[family.paths[0]] for family in every}
        self._drop_old_spools()
        self._named = NamedFiles(self.newsroom, self._named.seen)
        summaries = [s for stand in self._stands.values() for s in stand.read.summaries]
        self._by_source = {s.source: s for s in summaries}
        paths = (path for stand in self._stands.values() for path in stand.read.family.paths)
        self.sources = frozenset(path.relative_to(self.root).as_posix() for path in paths)
        """The release files below the newsroom's folder, those that cannot be read too."""
        self.site: Site = site_at(
            self.newsroom,
            self.registry,
            self._now or utc_now(),
            summaries,
            self._named,
            everything=True,
        )
        self._outputs: dict[str, Output] = {}
        self._problems: list[PressReleaseError] = []
        self._clashes: tuple[PressReleaseError, ...] | None = None
        self._planned: set[str] = set()
        self._rest = self._plan_of_rest()

    def _is_known(self, family: Family, stats: list[list[Any]], changed: Collection[Path]) -> bool:
        stand = self._stands.get(family.paths[0])
        return stand is not None and stand.stats == stats and not set(family.paths).intersection(changed)

    def _read(self, some: list[Family]) -> list[Read]:
        self._spools += 1
        return read_families(self.newsroom, self.registry, self._spool / str(self._spools), some)

    def _stand(self, stats: list[list[Any]], read: Read) -> _Stand:
        """Return how a family stands: where it cannot be read now, as it could before."""
        before = self._stands.get(read.family.paths[0])
        last = before.read if read.errors and before is not None else read
        return _Stand(stats, replace(last, family=read.family), read.errors)

    def _drop_old_spools(self) -> None:
        used = {spot.file for stand in self._stands.values() for spot in stand.read.spots}
        for file in self._spool.iterdir():
            if file.name not in used:
                file.unlink()

    # --- what is wrong ----------------------------------------------------------------------------------------------

    @property
    def problems(self) -> tuple[PressReleaseError, ...]:
        """What would keep a build from being made: of settings, of sources, of what was planned since the refresh."""
        if self._clashes is None:
            self._clashes = tuple(contradictions(self.newsroom, self._by_source.values()))
        return (
            *((self._house_problem,) if self._house_problem else ()),
            *(error for stand in self._stands.values() for error in stand.errors),
            *self._clashes,
            *self._problems,
        )

    # --- releases ---------------------------------------------------------------------------------------------------

    def summary(self, source: str) -> Summary | None:
        """Return the release in the file `source` in short; None where it could never be read."""
        return self._by_source.get(source)

    def release(self, s: Summary) -> Release:
        """Return the release `s` as the site shows it."""
        reads = self._reads([s.digest])
        reader = Reader(self.newsroom, self.registry, self._spool, *reads)
        return reader.release(self.site.take(s))

    def _reads(self, digests: Iterable[str]) -> tuple[dict[str, Any], dict[str, Family]]:
        """Return spots and families by digest, as a reader wants them."""
        wanted = set(digests)
        found = [stand.read for stand in self._stands.values() if stand.read.digest in wanted]
        return {r.digest: r.spots for r in found}, {r.digest: r.family for r in found}

    # --- outputs ----------------------------------------------------------------------------------------------------

    def body(self, path: str) -> bytes:
        """Return the file of the site at `path`, such as `merger/index.html`.

        Raises NothingThere, or the PressReleaseError that keeps it from being made.
        """
        output = self._output_at(path)
        if path not in self._make(output):
            raise _nothing_at(path)
        return (self._fresh / path).read_bytes()

    def _output_at(self, path: str) -> Output:
        """Return the output that the file at `path` belongs to, planning no more than is needed to find it."""
        folders = [path[: i + 1] for i, letter in enumerate(path) if letter == "/"]
        owners = [f[:-1] for f in reversed(folders) if f[:-1] in self.site.by_folder][:1]
        # Planned when it comes to that: what was found before is not planned and then passed over.
        of_owner = (self._plan_of(self.site.by_folder[owner]) for owner in owners)
        plans = chain(of_owner, (self._plan_as_before(p) for p in (path, *folders)), self._rest)
        for outputs in chain([()], plans):
            for output in outputs:
                self._outputs.setdefault(output.path, output)
            found = next((self._outputs[p] for p in (path, *folders) if p in self._outputs), None)
            if found is not None:
                self._kind_at[found.path] = found.kind
                return found
        raise _nothing_at(path)

    def _plan_of(self, s: Summary) -> tuple[Output, ...]:
        if s.folder in self._planned:
            return ()
        self._planned.add(s.folder)
        return planned_of(self.site, s, self._problems)

    def _plan_as_before(self, path: str) -> Iterable[Output]:
        """Return the outputs of the kind that had the file at `path` before: most likely it has it again."""
        kind = kinds().get(self._kind_at.get(path, ""))
        return kind.of_site(self.site) if kind is not None and kind.of_site is not None else ()

    def _plan_of_rest(self) -> Iterator[Iterable[Output]]:
        """Yield what is about many, then what is about one: whoever looks for a file stops where it is found."""
        yield planned_of_many(self.site, self._problems, first=True)
        yield planned_of_many(self.site, self._problems)
        for s in (*self.site.shown, *self.site.withdrawn):
            yield self._plan_of(s)

    def _make(self, output: Output) -> set[str]:
        """Make `output` and what it comes after, where that is not done; return the paths of its files."""
        for path in output.after:
            self._make(self._output_at(path))
        key = self._keys.key(output)
        kept = self._made.get(output.path)
        if kept is None or kept.key != key:
            spots, family = self._reads(taken.digest for taken in output.releases)
            registry = None if self.registry is DEFAULT else self.registry
            task = Task(self.newsroom, registry, self._fresh, self._spool, ((output, key),), spots, family)
            (made,) = make_outputs(task)
            if made.problem is not None:
                raise made.problem
            kept = self._made[output.path] = made.kept
        return {name for name, _, _ in kept.files}


def _nothing_at(path: str) -> NothingThere:
    return NothingThere(Problem("the site has no such file", found=shown(path)))
