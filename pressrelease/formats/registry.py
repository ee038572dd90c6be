"""What a format is, and where formats are found.

A format is one room: a module below `pressrelease.formats` that ends in `FORMATS`, a tuple of values which state every
fact about it. Help, tables in the docs, look-up by suffix and recognition are derived from these values.
"""

from __future__ import annotations

import datetime as dt
import importlib
import importlib.metadata
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeAlias

from pressrelease.characters import cleaned
from pressrelease.errors import PressReleaseError, Problem, near, shown
from pressrelease.findings import Finding, Loss, Where
from pressrelease.markup.charsets import Charset
from pressrelease.markup.charsets import charset as named_charset
from pressrelease.markup.pieces import MAX_PIECE
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom
from pressrelease.senders import Sender
from pressrelease.templating import Templates


class UnknownFormat(PressReleaseError):
    """No format of that name, none for that suffix, or none that can do what was asked."""


class Unreadable(PressReleaseError):
    """Data that no reader, or not this one, can make a release of."""


class Unwritable(PressReleaseError):
    """A release that a format cannot express at all: an identifier is missing, an option is wrong."""


# --- what goes into a room and comes out of it --------------------------------------------------------------------


MAX_BYTES = MAX_PIECE
"""The largest document that is read as one release."""

_STRAY = re.compile("[\udc80-\udcff]")
_MANY_BYTES = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")
_MOST_LINES = 5
"""Lines with stray bytes that a finding names."""


@dataclass(frozen=True, slots=True)
class Source:
    """Data to be read: as it came (`raw`), and where from (for messages)."""

    raw: str | bytes
    file: str = ""
    newsroom: Newsroom | None = None
    sender: Sender | None = None
    """Who sent it, where the newsroom knows that by format or file; what it says is for the reader to follow."""

    @property
    def charset(self) -> str:
        """The charset in which its sender is known to send, or an empty string: ask for it where no mark says one."""
        return self.sender.charset if self.sender is not None else ""

    @property
    def data(self) -> bytes:
        """The data as bytes (text as UTF-8)."""
        return self.raw.encode("utf-8", "surrogatepass") if isinstance(self.raw, str) else self.raw

    def text(self) -> tuple[str, tuple[Finding, ...]]:
        """Return the data as text without a byte order mark, and what had to be repaired.

        Bytes are UTF-8, or UTF-16 or -32 by their byte order mark, or in the charset of their sender. With a finding:
        UTF-16 without a mark, UTF-8 with a few stray bytes, which are Windows-1252, else all as Windows-1252.
        Characters that no document may hold are removed, with a finding.
        """
        text, findings = (
            (self.raw, ()) if isinstance(self.raw, str) else decoded(self.raw, self.file, self.charset)
        )
        text = text.removeprefix("\ufeff")
        legal = cleaned(text)
        if legal != text:
            place = next((i for i, (a, b) in enumerate(zip(text, legal, strict=False)) if a != b), len(legal))
            findings += (
                Finding(
                    "illegal-character",
                    "warning",
                    f"characters that no document may hold were removed, the first U+{ord(text[place]):04X}",
                    Where(self.file, text.count("\n", 0, place) + 1),
                ),
            )
        return legal, findings


def decoded(data: bytes, file: str = "", charset: str = "") -> tuple[str, tuple[Finding, ...]]:
    """Return `data` as text: by its byte order mark or NULs, in `charset` or UTF-8, else Windows-1252 with a finding.

    Where more characters are UTF-8 of several bytes than bytes are not, those alone are Windows-1252.
    """
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\0\0\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(name), ()
            except UnicodeDecodeError:
                return data.decode(name, "replace"), (_charset(f"broken {name.upper()}", file),)
    if wide := _wide(data):
        return data.decode(wide, "replace"), (_charset(f"no byte order mark; read as {wide.upper()}", file),)
    if charset:
        text = _sent_in(charset).decode(data)
        if "\ufffd" not in text:
            return text, ()
        return _undeclared(data, file, (_charset(f"not the sender's {charset}", file),))
    return _undeclared(data, file)


def _undeclared(data: bytes, file: str, before: tuple[Finding, ...] = ()) -> tuple[str, tuple[Finding, ...]]:
    try:
        return data.decode("utf-8"), before
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "surrogateescape")
        strays = list(_STRAY.finditer(text))
        if len(_MANY_BYTES.findall(text)) > len(strays):
            return _STRAY.sub(_as_1252, text), (*before, _strays(text, strays, file))
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode("cp1252", "replace").replace("\ufffd", "")
        return text, (*before, _charset("not UTF-8; read as Windows-1252", file, line))


def _as_1252(stray: re.Match[str]) -> str:
    """Return the letter of a byte that is no UTF-8."""
    return bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "ignore")


def _strays(text: str, strays: list[re.Match[str]], file: str) -> Finding:
    lines: list[int] = []
    line, at = 1, 0
    for stray in strays:
        line, at = line + text.count("\n", at, stray.start()), stray.start()
        if line not in lines[-1:]:
            lines.append(line)
    named = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if len(lines) > _MOST_LINES else "")
    word = "line" if len(lines) == 1 else "lines"
    return _charset(f"bytes that are not UTF-8 in {word} {named}; read as Windows-1252", file, lines[0])


def _wide(data: bytes) -> str:
    """Return the UTF-16 that `data` is in without a mark: every other byte of Latin letters is NUL, no byte between."""
    head = data[:400]
    first, second = head[0::2], head[1::2]
    for name, letters, nuls in (("utf-16-le", first, second), ("utf-16-be", second, first)):
        if len(letters) > 1 and b"\0" not in letters and nuls.count(0) > 0.7 * len(nuls):
            return name
    return ""


def _sent_in(name: str) -> Charset:
    try:
        return named_charset(name)
    except LookupError:
        return Charset(name, name)


def _charset(message: str, file: str, line: int | None = None) -> Finding:
    return Finding("charset", "warning", message, Where(file, line), "save the file as UTF-8")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of data: the release, how sure it is (0 to 1), what it noticed, what it could not place."""

    release: Release
    format: str = ""
    confidence: float = 1.0
    findings: tuple[Finding, ...] = ()
    leftovers: tuple[str, ...] = ()
    sender: str = ""
    """The name of the sender whose habits were followed."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a writer is told besides the release, which already has the newsroom's defaults."""

    now: dt.datetime
    newsroom: Newsroom | None = None
    options: Any = None
    templates: Templates = field(default_factory=Templates)
    format: str = ""
    withdrawn: tuple[Release, ...] = ()
    """For a feed: releases that had been out and are canceled."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer made: the body, what it lost beyond what its format declares, and its charset where not UTF-8."""

    body: str | bytes
    losses: tuple[Loss, ...] = ()
    charset: str = "utf-8"
    media_type: str = ""
    """Where it is not the format's own: that of an envelope around the document."""


@dataclass(frozen=True)
class Head:
    """The beginning of data, for recognition: it may end anywhere, in the middle of a tag or a character."""

    data: bytes
    suffix: str = ""
    cut: bool = True
    """More may follow; false: this is all there is."""

    @cached_property
    def text(self) -> str:
        """The head as text, read as leniently as can be."""
        return decoded(self.data)[0].removeprefix("\ufeff")


@dataclass(frozen=True, slots=True)
class Gap:
    """Declare what a format cannot carry: why, where it goes instead, and whether a part of it is carried."""

    reason: str
    instead: str = ""
    partly: bool = False
    perhaps: bool = False
    """Whether one release loses it shows when it is written: `write` then names it among its losses, or does not."""


Group: TypeAlias = Literal["web", "text", "feed", "wire", "source"]


def _never(head: Head) -> float:
    return 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    name: str
    """As users write it: `newsml-g2`."""
    title: str
    """As the field writes it: `NewsML-G2 2.35`."""
    group: Group
    media_type: str
    """Without charset."""
    suffixes: tuple[str, ...]
    """File name suffixes, the one to write first: `.nitf.xml`, `.xml`."""
    binary: bool = False
    """The body is bytes (XML and byte formats); else str."""
    template: str = ""
    """Its template, as users may override it: `text/gna.txt`."""
    recognise: Callable[[Head], float] = _never
    """How sure it is (0 to 1) that data with this head is its own."""
    cannot_carry: Mapping[str, Gap] = field(default_factory=dict)
    """Field path (`assets.*.rights`, `story.table`) to what happens there; see `pressrelease.formats.losses`."""
    check: Callable[[Source], Iterable[Finding]] | None = None
    """Find what is wrong with data by the format's own rules, where no schema tells: for `validate`."""
    options: type[Any] | None = None
    """Its own options, a frozen dataclass with defaults."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(_Facts):
    """A format whose document is one release."""

    read: Callable[[Source], Reading] | None = None
    write: Callable[[Release, Job], Written] | None = None
    split: Callable[[Iterable[bytes]], Iterator[bytes]] | None = None
    """Take a stream of many apart, lazily: chunks of bytes in, documents that `read` takes out.

    One that is broken comes out as it is: `read` refuses it, the rest go on. A Piece also says in which line it begins.
    """
    join: Callable[[Iterable[bytes], Job], Iterator[bytes]] | None = None
    """Put documents together as a stream of many, lazily: in an envelope, or one after the other."""
    joined_type: str = ""
    """Media type of what `join` makes, where it is not the document's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(_Facts):
    """A format whose document is many releases: a feed, an envelope, a stream."""

    public: bool = True
    """Shown to the public: only what is public at `now` reaches it (a feed). False: an envelope between desks."""
    read_all: Callable[[Source], Iterator[Reading]] | None = None
    write_all: Callable[[Iterable[Release], Job], Written] | None = None


AnyFormat: TypeAlias = Format | Collection

# --- where formats are found --------------------------------------------------------------------------------------

ROOMS = (
    "web.html",
    "web.html_fragment",
    "source.markdown",
    "source.yaml",
    "source.json",
    "text.text",
    "text.gna_text",
    "text.ots_text",
    "text.prn_text",
    "text.plain",
    "feed.rss",
    "feed.atom",
    "feed.jsonfeed",
    "wire.newsml_g2",
    "wire.nitf",
    "wire.newsml_1_2",
    "wire.ninjs",
    "wire.iptc7901",
    "wire.anpa1312",
)
"""The rooms of this package, in the order users see them; the last part, with hyphens or dots, is the format's name."""

ENTRY_POINTS = "pressrelease.formats"
"""Entry-point group of formats from other packages: each names a Format or Collection."""


class Registry:
    """Formats by name: this package's, loaded when first asked for, and others'.

    `Registry(MINE)` adds formats; `Registry(others=False)` refuses those that installed packages bring.
    """

    def __init__(self, *more: AnyFormat, others: bool = True, rooms: tuple[str, ...] = ROOMS) -> None:
        self._rooms = rooms
        self._others = others
        self._more = more
        self._all: dict[str, AnyFormat] | None = None
        self._one: dict[str, AnyFormat] = {f.name: f for f in more}

    def __iter__(self) -> Iterator[AnyFormat]:
        return iter(self._loaded().values())

    @property
    def names(self) -> tuple[str, ...]:
        """Every format's name, in order."""
        return tuple(self._loaded())

    def get(self, name: str) -> AnyFormat:
        """Return the format `name`; raise UnknownFormat with its near match."""
        if name in self._one:
            return self._one[name]
        for room in self._rooms:
            stem = room.rpartition(".")[2]
            if f"{name}-".replace("-", "_").replace(".", "_").startswith(f"{stem}_"):
                for found in _room(room):
                    if found.name == name:
                        self._one[name] = found
                        return found
        every = self._loaded()
        if name not in every:
            raise UnknownFormat(Problem("no such format", found=shown(name), advice=near(name, tuple(every))))
        return every[name]

    def by_suffix(self, file: str) -> tuple[AnyFormat, ...]:
        """Return the readable formats that `file`'s suffix points to, the longest suffix first."""
        lower = file.lower()
        return next((fits for suffix, fits in self._by_suffix.items() if lower.endswith(suffix)), ())

    @cached_property
    def _by_suffix(self) -> Mapping[str, tuple[AnyFormat, ...]]:
        """The formats that can be read by their suffixes, the longest first."""
        suffixes = {s for f in self._readable for s in f.suffixes}
        return {
            suffix: tuple(f for f in self._readable if suffix in f.suffixes)
            for suffix in sorted(suffixes, key=_longest_first)
        }

    @cached_property
    def release_suffixes(self) -> tuple[str, ...]:
        """Suffixes of the formats that hold one release and can be read, the longest first."""
        found = {s for f in self._readable if isinstance(f, Format) for s in f.suffixes}
        return tuple(sorted(found, key=_longest_first))

    @cached_property
    def _readable(self) -> tuple[AnyFormat, ...]:
        return tuple(f for f in self if (f.read if isinstance(f, Format) else f.read_all) is not None)

    def ranked(self, head: Head) -> list[tuple[float, AnyFormat]]:
        """Return the readable formats that recognise `head`, surest first."""
        sure = [(f.recognise(head), f) for f in self._readable]
        return sorted((s for s in sure if s[0] > 0), key=lambda s: -s[0])

    def _loaded(self) -> dict[str, AnyFormat]:
        if self._all is None:
            found = {f.name: f for room in self._rooms for f in _room(room)}
            for f in (*self._foreign(), *self._more):
                if f.name in found:
                    raise UnknownFormat(Problem("two formats of one name", found=shown(f.name)))
                found[f.name] = f
            self._all = found
        return self._all

    def _foreign(self) -> Iterator[AnyFormat]:
        if not self._others:
            return
        for entry in sorted(importlib.metadata.entry_points(group=ENTRY_POINTS), key=lambda e: e.name):
            value = entry.load()
            if not isinstance(value, (Format, Collection)):
                raise UnknownFormat(
                    Problem(
                        "an entry point that is no format",
                        found=shown(entry.value),
                        expected="a pressrelease.Format or pressrelease.Collection",
                    )
                )
            yield value


def _longest_first(suffix: str) -> tuple[int, str]:
    return -len(suffix), suffix


def _room(room: str) -> tuple[AnyFormat, ...]:
    formats: tuple[AnyFormat, ...] = importlib.import_module(f"pressrelease.formats.{room}").FORMATS
    return formats


DEFAULT = Registry()
"""The registry the verbs use when none is passed in. It only ever loads what was named above."""
