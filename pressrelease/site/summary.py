"""What lists, addresses and dates of a site need of a release, without its text; remembered between builds."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from pressrelease.files import Family, Known, linked, pictured, sluggish, spoken, undescribed
from pressrelease.formats.registry import Registry
from pressrelease.model import Release, Translation
from pressrelease.model.life import Life
from pressrelease.newsroom import Newsroom, folder_of
from pressrelease.outline import kicker
from pressrelease.story import Link, Quotation, words
from pressrelease.vocabulary import subject_words

T = TypeVar("T")


class Term(NamedTuple):
    """A topic, place or person: the name of its page, and what it is called."""

    key: str
    name: str


class Said(NamedTuple):
    """Who said what: a person whom a release quotes, or names (`pieces` are then none)."""

    person: Term
    role: str = ""
    organisation: str = ""
    pieces: tuple[str, ...] = ()
    """The quote, in several pieces where other words stand between them."""


class Tongue(NamedTuple):
    """Another language version that a release names itself."""

    language: str
    href: str = ""
    id: str = ""
    title: str = ""
    version: int | None = None


class Changed(NamedTuple):
    """What a version is against the earlier one."""

    kind: str
    note: str = ""
    wrong: str = ""
    right: str = ""
    at: dt.datetime | None = None


class Summary(NamedTuple):
    """A release in short; completed by the newsroom, inherited from its family. Moments are aware."""

    folder: str
    """Of its page, below the site's root: `merger`, `de/merger`; no slash at its ends."""
    source: str
    """Its file, below the newsroom's root."""
    family: str
    """Its file without language, number and suffix: what its translations and versions share."""
    digest: str
    """Of all files of its family."""
    place: int
    """Its place among the releases of its family."""
    id: str
    url: str
    slug: str
    version: int
    earlier: bool
    """A version that another follows (`merger@1.md`), kept for the record."""
    language: str
    headline: str
    subheadline: str
    kicker: str
    published: dt.datetime | None
    moments: tuple[dt.datetime, ...]
    """When what the public sees of it changed or will change, in order."""
    life: Life
    changed: Changed | None
    datelined: tuple[Term, ...]
    """The places of its dateline."""
    places: tuple[Term, ...]
    """The same, and those it is about."""
    topics: tuple[Term, ...]
    said: tuple[Said, ...]
    lead: tuple[str, str, int | None, int | None] | None
    """The lead picture: address, text for whom cannot see it, width, height."""
    tongues: tuple[Tongue, ...]
    related: tuple[str, ...]
    """Addresses and ids of related documents."""
    links: tuple[str, ...]
    """Addresses in its story that may lead into the site itself."""
    files: tuple[tuple[str, str], ...]
    """Address of each file beside it that it names, and in which field."""
    aliases: tuple[str, ...]
    has_imprint: bool
    undescribed: tuple[str, ...]
    """Addresses of pictures without a text for whom cannot see them."""
    key: str = ""
    """Digest of all this but `digest` and `place`: it stays when only the text of a release changes."""

    def __repr__(self) -> str:
        """Return what stands for all that it says in the key of an output that shows it: short, and telling."""
        return f"<{self.source} {self.key}>"

    @property
    def name(self) -> str:
        """The last part of its folder: what its files are called."""
        return self.folder.rpartition("/")[2]

    def known(self, root: Path) -> Known:
        """Return what it is known by beside others; `root`: the newsroom's folder."""
        named = tuple(Translation(language=t.language, href=t.href, id=t.id) for t in self.tongues)
        return Known(root / self.source, self.family, self.id, self.url, self.slug, self.language, named)

    def as_of(self, now: dt.datetime, fallback: dt.datetime) -> dt.datetime:
        """Return the last moment up to `now` at which what the public sees of it changed, else `fallback`.

        What is made of it is dated so, never by the build: two builds of one folder are equal.
        """
        return max((m for m in self.moments if m <= now), default=fallback)


def summary(
    release: Release,
    path: Path,
    family: Family,
    place: int,
    digest: str,
    newsroom: Newsroom,
    registry: Registry,
) -> Summary:
    """Return the summary of `release` (completed) from the file at `path`, at `place` in a family with `digest`."""
    assert newsroom.root is not None
    opened = release.dateline.places if release.dateline else ()
    source = path.relative_to(newsroom.root).as_posix()
    made = Summary(
        folder=folder_of(release.slug),
        source=source,
        family=f"{Path(source).parent.as_posix()}/{family.slug}",
        digest=digest,
        place=place,
        id=release.id,
        url=release.url,
        slug=release.slug,
        version=release.version,
        earlier="@" in path.name,
        language=spoken(release, newsroom),
        headline=release.headline,
        subheadline=release.subheadline,
        kicker=kicker(release),
        published=release.published,
        moments=_moments(release, newsroom),
        life=release.life,
        changed=_changed(release),
        datelined=_terms(p.name for p in opened),
        places=_terms(p.name for p in (*opened, *release.places)),
        topics=_topics(release, newsroom),
        said=tuple(_said(release)),
        lead=_lead(release),
        tongues=tuple(Tongue(t.language, t.href, t.id, t.title, t.version) for t in release.translations),
        related=tuple(r.href for r in release.related),
        links=_links(release, newsroom),
        files=_files(release, registry),
        aliases=release.aliases,
        has_imprint=release.provider is not None,
        undescribed=undescribed(release),
    )
    return made._replace(key=_key(made))


def _key(s: Summary) -> str:
    told = repr(tuple(s._replace(digest="", place=0)))
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def sharing(s: Summary, known: dict[Any, Any]) -> Summary:
    """Return `s` with what summaries before it hold too as the same objects: many releases have few topics and people.

    `known` is what they hold, and is added to.
    """

    def one(value: T) -> T:
        same: T = known.setdefault(value, value)
        return same

    def term(value: Term) -> Term:
        return one(Term(one(value.key), one(value.name)))

    def terms(values: tuple[Term, ...]) -> tuple[Term, ...]:
        return one(tuple(map(term, values)))

    said = tuple(
        e._replace(person=term(e.person), role=one(e.role), organisation=one(e.organisation)) for e in s.said
    )
    return s._replace(
        language=one(s.language),
        kicker=one(s.kicker),
        datelined=terms(s.datelined),
        places=terms(s.places),
        topics=terms(s.topics),
        said=said,
    )


def _moments(release: Release, newsroom: Newsroom) -> tuple[dt.datetime, ...]:
    opened = release.dateline.moment(newsroom.time_zone or "+00:00") if release.dateline else None
    lift = release.embargo.until if release.embargo else None
    every = (release.published, release.updated, release.change.at, lift, release.expires)
    known = [m for m in every if m is not None] or [m for m in (opened,) if m is not None]
    return tuple(sorted(dict.fromkeys(known)))


def _changed(release: Release) -> Changed | None:
    change = release.change
    if change.kind == "new":
        return None
    return Changed(change.kind, change.note, change.wrong, change.right, change.at)


def _term(name: str) -> Term:
    # Names that some disk takes for one (`Straße`, `STRASSE`) are one.
    return Term(
        sluggish(_told_apart(name.casefold()) if re.search(r"[^\W_]", name) else _spelled(name)), name
    )


def _told_apart(name: str) -> str:
    """Return a name with the signs in words that make another one of it: `C++` and `C#` are not `C`."""
    return re.sub(r"(?<=[^\W_])[+#♯]+", lambda signs: "".join(map(_SIGNS.__getitem__, signs[0])), name)


_SIGNS = {"+": " plus ", "#": " sharp ", "♯": " sharp "}


def _spelled(name: str) -> str:
    """Return a name of signs alone as Unicode calls them: `+++` is not the page of `***`."""
    return " ".join(unicodedata.name(sign, f"u-{ord(sign):x}") for sign in name)


def _terms(names: Iterable[str]) -> tuple[Term, ...]:
    found: dict[str, Term] = {}
    for term in (_term(name) for name in names if name):
        found.setdefault(term.key, term)
    return tuple(found.values())


def _topics(release: Release, newsroom: Newsroom) -> tuple[Term, ...]:
    """Return subjects and keywords; a code is called what IPTC calls it in the house's language."""
    subjects = (subject_words(s, newsroom.language)[0] for s in release.subjects)
    return _terms((*subjects, *release.keywords))


def _said(release: Release) -> list[Said]:
    quotes = [q for q in release.quotes if q.speaker]
    pieces = _pieces(release) if quotes else {}
    found = [Said(_term(q.speaker), q.role, q.organisation, pieces.get(q.text, (q.text,))) for q in quotes]
    heard = {s.person.key for s in found}
    named = (Said(_term(p.name), p.role, p.organisation) for p in release.people)
    return [*found, *(s for s in named if s.person.key not in heard)]


def _pieces(release: Release) -> dict[str, tuple[str, ...]]:
    """Return the pieces of each quote that may have several, by its whole text."""
    found: dict[str, list[str]] = {}
    for piece in release.story.found(Quotation):
        if piece.quote:
            found.setdefault(piece.quote, []).append(words(piece.spans))
    return {" ".join(several): tuple(several) for several in found.values()}


def _lead(release: Release) -> tuple[str, str, int | None, int | None] | None:
    asset = next((a for a in release.assets if a.role == "main"), None)
    if asset is None:
        return None
    file = asset.renditions[0]
    return file.href, asset.alt, file.width, file.height


def _files(release: Release, registry: Registry) -> tuple[tuple[str, str], ...]:
    named = dict.fromkeys(linked(release, registry), "story") | dict.fromkeys(pictured(release), "assets")
    return tuple(named.items())


def _links(release: Release, newsroom: Newsroom) -> tuple[str, ...]:
    """Return the links of the story that are relative or lead below the newsroom's own address."""
    every = (link.href for link in release.story.found(Link))
    return tuple(
        dict.fromkeys(
            h
            for h in every
            if h.startswith(newsroom.base_url) or not (urlsplit(h).scheme or h.startswith(("//", "#")))
        )
    )


# --- remembered between builds: one list of plain values a summary ----------------------------------------------------


def row_of(s: Summary) -> list[Any]:
    """Return `s` as plain values, for JSON."""
    row = list(map(_plain, s))
    row[_LIFE] = [_plain(getattr(s.life, name)) for name in Life.__slots__]
    return row


def from_row(row: list[Any]) -> Summary:
    """Return the summary that `row_of` made `row` of; raises TypeError, IndexError or ValueError for what is none."""
    for place, make in _MADE:
        row[place] = make(row[place])
    return Summary._make(row)


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def _life(row: list[Any]) -> Life:
    status, killed, held, *moments = row
    return Life(status, killed, held, *map(_moment, moments))


def _change(row: list[Any] | None) -> Changed | None:
    if row is None:
        return None
    kind, note, wrong, right, at = row
    return Changed(kind, note, wrong, right, _moment(at))


_LIFE = Summary._fields.index("life")
_MAKERS: dict[str, Callable[[Any], Any]] = {
    "published": _moment,
    "moments": lambda row: tuple(map(dt.datetime.fromisoformat, row)),
    "life": _life,
    "changed": _change,
    "datelined": lambda row: tuple(map(Term._make, row)),
    "places": lambda row: tuple(map(Term._make, row)),
    "topics": lambda row: tuple(map(Term._make, row)),
    "said": lambda row: tuple(
        Said(Term._make(p), role, house, tuple(pieces)) for p, role, house, pieces in row
    ),
    "lead": lambda row: tuple(row) if row else None,
    "tongues": lambda row: tuple(map(Tongue._make, row)),
    "related": tuple,
    "links": tuple,
    "files": lambda row: tuple(map(tuple, row)),
    "aliases": tuple,
    "undescribed": tuple,
}
_MADE = tuple((Summary._fields.index(name), make) for name, make in _MAKERS.items())
