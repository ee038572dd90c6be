"""One output of a site, and the kinds of outputs there are: what each is made from, so that equal input is equal bytes.

A maker is given the values of its output and the releases it names, and nothing else: it cannot ask the site. So the
digest of all that it is given is the key of what it makes, and an output whose key is the old one need not be made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from pressrelease.findings import Finding
from pressrelease.site.summary import Summary, Tongue

if TYPE_CHECKING:
    from pressrelease.site.desk import Desk
    from pressrelease.site.plan import Site


class Taken(NamedTuple):
    """A release whose whole text an output is made from, and how the site shows it."""

    folder: str
    source: str
    """Its file, below the newsroom's root."""
    digest: str
    place: int
    as_of: dt.datetime
    """The moment that what is made of it names as its own."""
    tongues: tuple[Tongue, ...] = ()
    """Its other languages that the public may see."""
    unknown: tuple[str, ...] = ()
    """Addresses and ids it refers to that lead to no public release: they are not shown."""
    led: tuple[tuple[str, str], ...] = ()
    """Source files of other releases that it refers to, as it names them, and the address of the page of each."""


class Turn(NamedTuple):
    """A moment at which a site changes by itself, and why."""

    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site, or a folder of files that are made together."""

    path: str
    """Below the site's root; a folder's ends in a slash."""
    kind: str
    inputs: tuple[Any, ...] = ()
    """What it is made from besides releases: values whose `repr` says all that they are."""
    frame: Any = None
    """The same, shared by many outputs."""
    releases: tuple[Taken, ...] = ()
    after: tuple[str, ...] = ()
    """Outputs planned before it whose bytes or sizes it tells of."""
    templates: tuple[str, ...] = ()
    """What it alone is rendered with, besides the templates of its kind."""
    source: Path | None = None
    """A file it is a copy or a rendition of."""
    source_digest: str = ""


Files: TypeAlias = Iterable[tuple[str, bytes]]
"""Path below the output's own folder, and content; none: the output comes to nothing."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of output: when there is one, and how it is made."""

    name: str
    choice: str
    """Which name of `[site] outputs` asks for it; empty: nobody needs to."""
    noun: tuple[str, str]
    """What one and many are called in the report."""
    make: Callable[[Output, Desk], bytes | Files]
    of_release: Callable[[Site, Summary], Iterator[Output]] | None = None
    """Outputs about one release; they are made side by side."""
    of_site: Callable[[Site], Iterator[Output]] | None = None
    """Outputs about many, or none."""
    of_page: Callable[[Site, Output], Iterator[Output]] | None = None
    """Outputs that go with one about many, or none, whatever its kind."""
    first: bool = False
    """Those are planned before the releases: pages tell of them."""
    next_change: Callable[[Site], Turn | None] | None = None
    """The next moment at which these change by themselves, besides lifts and expiries of releases."""
    findings: Callable[[Site], Iterator[Finding]] | None = None
    """What is worth saying of what it makes."""
    templates: tuple[str, ...] = ()
    """What it is rendered with."""
    settings: tuple[str, ...] = ()
    """Fields of the newsroom that its maker reads (a release was completed before)."""
    engines: tuple[str, ...] = field(default=())
    """Distributions beside our own whose version changes what it makes."""
