"""The verb `build`: read a newsroom's folder, plan its site, make what is not as it should be, publish whole."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.files import Family, FileProblem, families, office_files, places
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import DEFAULT, Format, Registry
from pressrelease.formats.verbs.incoming import SAVE_AS
from pressrelease.newsroom import Newsroom, utc_now
from pressrelease.site.beside import NamedFiles
from pressrelease.site.claims import contradictions
from pressrelease.site.disk import remove
from pressrelease.site.extras import possible
from pressrelease.site.kinds import chosen, kinds, next_change, planned
from pressrelease.site.making import (
    FEW,
    TOO_MANY,
    Group,
    Keys,
    Task,
    make_outputs,
    shared_out,
    side_by_side,
    waves,
)
from pressrelease.site.memory import Kept, Memory, alone, engine, reading_key, recall, remember, stats_of
from pressrelease.site.noticed import noticed
from pressrelease.site.output import Output
from pressrelease.site.plan import Site, site_at
from pressrelease.site.reading import PORTION, Read, read_families
from pressrelease.site.report import BuildReport
from pressrelease.site.spare import Spare
from pressrelease.site.stands import Stands
from pressrelease.site.summary import sharing
from pressrelease.site.write import generation, heal
from pressrelease.templating import TemplateError, Templates

Progress: TypeAlias = Callable[[str, int, int], None]


def build(
    newsroom: Newsroom,
    out: str | Path,
    *,
    now: dt.datetime | None = None,
    executor: Executor | None = None,
    cache: str | Path | None = None,
    registry: Registry = DEFAULT,
    progress: Progress | None = None,
) -> BuildReport:
    """Build the folder of `newsroom` into the site at `out`, whole or not at all.

    `now` (aware) is the moment the site shows. `executor` runs the work of many releases side by side; its workers see
    the newsroom's folder and that of `out` at the same paths. `cache` is a folder in which a build remembers what it
    made: the next one makes only what changed, with the same bytes as one from scratch. `progress` is called with what
    is being done (`reading`, `writing`), how much of it is, and of how much. Raises PressReleaseError with every
    problem of every source at once; the old site is then untouched.
    """
    moment = now or utc_now()
    if moment.tzinfo is None:
        raise FileProblem(Problem("`now` has no zone", expected="an aware datetime"))
    # Moments of one zone are compared by the clock on the wall, which shows an hour twice in autumn.
    moment = moment.astimezone(dt.UTC)
    target = Path(out).absolute()
    _refuse_nesting(newsroom, target)
    _refuse_formats(newsroom, registry)
    newsroom, lacking = possible(newsroom.public)
    memory = Path(cache) if cache else None
    work = Build(newsroom, target, moment, registry, executor, memory, progress or _untold, lacking)
    with alone(work.cache) as spool:
        work.spool = spool
        return work.run(str(out))


@dataclass
class Build:
    """One build under way."""

    newsroom: Newsroom
    out: Path
    now: dt.datetime
    registry: Registry
    executor: Executor | None
    cache: Path | None
    told: Progress
    lacking: tuple[Finding, ...] = ()
    """What is said of outputs that cannot be made here."""
    spool: Path = Path()
    reads: list[Read] = field(default_factory=list)

    def run(self, called: str) -> BuildReport:
        """Do it all; `called` is what the caller calls the folder."""
        code = engine()
        reading = reading_key(self.newsroom, code)
        memory = recall(self.cache, reading)
        fresh_memory = Memory()
        self.reads = self._read(memory, fresh_memory)
        beside = NamedFiles(self.newsroom, memory.beside)
        summaries = [s for read in self.reads for s in read.summaries]
        site = site_at(self.newsroom, self.registry, self.now, summaries, beside)
        templates = Templates(newsroom=self.newsroom)
        groups = self._planned(site, Keys(code, self.newsroom, templates), templates.faults())
        heal(self.out)
        kept = self._made(groups, Stands(self.out, memory.outputs))
        fresh_memory.outputs, fresh_memory.beside = kept, beside.seen
        told = [*noticed(site, summaries), *_unused(templates), *self._remembered(reading, fresh_memory)]
        return self._report(called, site, groups, kept, told)

    def _remembered(self, reading: str, memory: Memory) -> list[Finding]:
        """Remember what was built; return a finding where that failed: the site is published, and stays so."""
        if self.cache is None:
            return []
        try:
            remember(self.cache, reading, memory)
        except FileProblem as error:
            why = error.problems[0]
            message = f"the site is published, but nothing of it is remembered: {why.problem}"
            return [Finding("not-remembered", "warning", message, why.where, why.advice)]
        return []

    # --- reading ----------------------------------------------------------------------------------------------------

    def _read(self, memory: Memory, fresh: Memory) -> list[Read]:
        """Return what each family reads as: remembered where its files are what they were."""
        every = families(self.newsroom, self.registry, skip=self.out)
        stats = [stats_of(family) for family in every]
        found = [memory.recall(family, stat) for family, stat in zip(every, stats, strict=True)]
        new = [family for family, read in zip(every, found, strict=True) if read is None]
        read_now = iter(self._read_now(new, len(every)))
        held: dict[Any, Any] = {}
        reads = [read or _sharing(next(read_now), held) for read in found]
        for known, stat, read in zip(found, stats, reads, strict=True):
            if not read.errors:
                line = memory.families[str(read.family.paths[0])] if known else None
                fresh.keep(stat, read, line)
        return reads

    def _read_now(self, new: list[Family], of: int) -> Iterator[Read]:
        portions = [new[i : i + PORTION] for i in range(0, len(new), PORTION)]
        tasks = [(self.spool / f"{number}", portion) for number, portion in enumerate(portions)]
        read = partial(_read_portion, self.newsroom, self._travelling)
        done = of - len(new)
        for reads in side_by_side(self.executor, read, tasks, len(new) > FEW):
            for one in reads:
                done += 1
                self.told("reading", done, of)
                yield one

    @property
    def _travelling(self) -> Registry | None:
        # A registry of the caller's own may hold functions that do not travel; the usual one is found again over there.
        return None if self.registry is DEFAULT else self.registry

    # --- planning ---------------------------------------------------------------------------------------------------

    def _planned(self, site: Site, keys: Keys, faults: tuple[PressReleaseError, ...]) -> list[Group]:
        """Return what the site holds; raise all that is wrong with sources and plan, and the `faults` of templates."""
        problems = [*faults, *(error for read in self.reads for error in read.errors)]
        told = [*contradictions(self.newsroom, (s for read in self.reads for s in read.summaries))]
        problems += told
        groups = []
        paths: dict[str, Output] = {}
        collisions: list[PressReleaseError] = []
        for outputs in planned(site, problems):
            new = tuple(output for output in outputs if not _again(output, paths, collisions))
            if not problems and not collisions:
                groups.append(tuple((output, keys.key(output)) for output in new))
        # Two releases at one address collide with every file: that was told once, by what is to be mended.
        problems += () if told else collisions
        if problems:
            raise (FileProblem if len(problems) > len(faults) else TemplateError).joined(problems)
        return groups

    # --- making -----------------------------------------------------------------------------------------------------

    def _made(self, groups: list[Group], stands: Stands) -> dict[str, Kept]:
        """Make what does not stand yet, publish, and return all that the site is made of."""
        kept: dict[str, Kept] = {}
        for group in groups:
            for output, key in group:
                standing = stands.as_kept(output.path, key)
                if standing is not None:
                    kept[output.path] = standing
        wanted = _without(kept, groups)
        if not wanted and stands.holds_only(kept):
            return kept
        spare = self._spare(stands)
        gone = stands.gone(kept)
        made: dict[str, Kept] = {}
        replaced = self._keeper(stands, gone | stands.strangers, made) if self.cache else None
        with generation(self.out, spare.folder if spare else None, replaced) as fresh:
            lost = stands.link(kept, fresh) if spare is None else spare.mend(gone, self.out, kept)
            if lost:
                # Somebody changed the site's files meanwhile: those are made anew.
                away = {path for path, value in kept.items() if lost.intersection(_names({path: value}))}
                kept = {path: value for path, value in kept.items() if path not in away}
                wanted = _without(kept, groups)
            self._make(wanted, fresh, made)
        kept |= made
        return {output.path: kept[output.path] for group in groups for output, _ in group}

    def _spare(self, stands: Stands) -> Spare | None:
        """Return the spare generation, if all that may differ in it is known."""
        if self.cache is None:
            return None
        if stands.seen_in(self.out):
            return Spare.taken(self.cache, self.out.parent)
        # What a lost memory told of would stay in it.
        Spare.discard(self.cache)
        return None

    def _keeper(self, stands: Stands, stale: set[str], made: dict[str, Kept]) -> Callable[[Path], None]:
        """Return what keeps the replaced generation as a spare: without what is `stale`, lacking what is `made`."""

        def keep(old: Path) -> None:
            assert self.cache is not None
            if stands.seen_in(old):
                Spare.keep(self.cache, old, stale, _names(made))
            else:
                # Another build published meanwhile, or nothing is remembered of this one.
                remove(old)

        return keep

    def _make(self, groups: list[Group], fresh: Path, kept: dict[str, Kept]) -> None:
        by_digest = {read.digest: read for read in self.reads}
        total = sum(map(len, groups))
        done = 0
        problems: list[PressReleaseError] = []
        failed: set[str] = set()
        for wave in waves(groups):
            left = wave if not failed else _apart_from(failed, wave)
            tasks = (self._task(portion, fresh, by_digest) for portion in shared_out(left))
            much = sum(map(len, left)) > FEW
            for made in side_by_side(self.executor, make_outputs, tasks, much):
                for one in made:
                    done += 1
                    self.told("writing", done, total)
                    kept[one.path] = one.kept
                    problems += [one.problem] if one.problem else []
                    failed.update([one.path] if one.failed else [])
                if len(problems) > TOO_MANY:
                    raise _joined(problems)
        if problems:
            raise _joined(problems)

    def _task(self, portion: Group, fresh: Path, by_digest: dict[str, Read]) -> Task:
        used = {taken.digest: by_digest[taken.digest] for output, _ in portion for taken in output.releases}
        return Task(
            self.newsroom,
            self._travelling,
            fresh,
            self.spool,
            portion,
            {digest: read.spots for digest, read in used.items() if read.spots},
            {digest: read.family for digest, read in used.items()},
        )

    # --- telling ----------------------------------------------------------------------------------------------------

    def _report(
        self, called: str, site: Site, groups: list[Group], kept: dict[str, Kept], told: list[Finding]
    ) -> BuildReport:
        found = Counter[str]()
        turn = next_change(site)
        for group in groups:
            for output, _ in group:
                found[output.kind] += len(kept[output.path].files)
        return BuildReport(
            out=called,
            releases=len(site.shown),
            files=sum(found.values()),
            bytes=sum(size for value in kept.values() for _, size, _ in value.files),
            kinds={name: found[name] for name in kinds() if found[name]},
            hidden=site.hidden,
            withdrawn=len(site.withdrawn),
            next_change=turn.at if turn else None,
            next_why=turn.why if turn else "",
            next_lift=site.next_lift,
            findings=(
                *self.lacking,
                *(f for read in self.reads for f in read.findings),
                *(f for kind in chosen(site.newsroom) if kind.findings for f in kind.findings(site)),
                *dict.fromkeys(f for value in kept.values() for f in value.told),
                *self._unread(),
                *told,
            ),
            stands=tuple(chain.from_iterable(value.files for value in kept.values())),
        )

    def _unread(self) -> Iterator[Finding]:
        """Yield a finding for each file of a word processor that nobody reads and that belongs to no release."""
        office = office_files(self.newsroom, skip=self.out)
        root = self.newsroom.root
        if not office or root is None:
            return
        named = {
            place.resolve()
            for read in self.reads
            for s in read.summaries
            for href, _ in s.files
            for place in places(root / s.source, root, s.folder, href)
        }
        for path in office:
            if path.resolve() not in named:
                message = f"a {path.suffix} file is not read, and no release names it"
                yield Finding("not-read", "warning", message, Where(str(path)), f"a release? {SAVE_AS}")


def _apart_from(failed: set[str], wave: Sequence[Group]) -> list[Group]:
    """Return what of `wave` tells of nothing that `failed`; the rest has failed with it."""
    failed.update(o.path for group in wave for o, _ in group if failed.intersection(o.after))
    return [*filter(None, (tuple(pair for pair in group if pair[0].path not in failed) for group in wave))]


def _unused(templates: Templates) -> Iterator[Finding]:
    for path, advice in templates.unused():
        yield Finding("template-unused", "warning", "nothing is made from this file", Where(path), advice)


def _without(kept: Mapping[str, Kept], groups: list[Group]) -> list[Group]:
    """Return what is still to be made of `groups`."""
    return [*filter(None, (tuple(o for o in group if o[0].path not in kept) for group in groups))]


def _names(outputs: Mapping[str, Kept]) -> set[str]:
    return {name for kept in outputs.values() for name, _, _ in kept.files}


def _sharing(read: Read, held: dict[Any, Any]) -> Read:
    return replace(read, summaries=tuple(sharing(s, held) for s in read.summaries))


def _read_portion(
    newsroom: Newsroom, registry: Registry | None, task: tuple[Path, list[Family]]
) -> list[Read]:
    spool, portion = task
    return read_families(newsroom, registry, spool, portion)


def _again(output: Output, paths: dict[str, Output], problems: list[PressReleaseError]) -> bool:
    """Return whether `output` is one that was planned before; two others at one path are a problem.

    Also where only letter case parts them: some disks cannot hold both.
    """
    other = paths.setdefault(output.path.casefold(), output)
    if other is output:
        return False
    if output.source is None or output.source != other.source or output.path != other.path:
        advice = f"{other.kind} {other.path} and {output.kind} {output.path}: rename one"
        problems.append(
            FileProblem(Problem("two files of the site at one path", found=shown(output.path), advice=advice))
        )
    return True


def _joined(problems: list[PressReleaseError]) -> PressReleaseError:
    """Return one error that tells each problem once: a template's mistake is met on every page."""
    distinct = {str(problem): problem for problem in problems}
    kinds = {type(problem) for problem in distinct.values()}
    kind = kinds.pop() if len(kinds) == 1 else PressReleaseError
    return kind.joined(list(distinct.values()))


def _untold(what: str, done: int, of: int) -> None:
    """Say nothing."""


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


def _refuse_formats(newsroom: Newsroom, registry: Registry) -> None:
    problems = []
    for name in newsroom.site.formats:
        fmt = registry.get(name)
        if not isinstance(fmt, Format) or fmt.write is None:
            where = Where("newsroom.toml", field="site.formats")
            problems.append(Problem("a format that writes no single release", where, shown(name)))
    if problems:
        raise FileProblem(*problems)
