"""The name of a news item: provider, day and item, together a NewsML URN (RFC 3085) that no revision changes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from pressrelease.formats.registry import Job
from pressrelease.formats.wire.naming import identified
from pressrelease.formats.wire.newsml_1_2.moments import utc
from pressrelease.model import Release

_URN = re.compile(r"urn:newsml:([A-Za-z0-9.-]+):(\d{8}):([A-Za-z0-9()+,.=@;$_!*'%-]+)", re.A)
_TAG = re.compile(r"tag:(?:[^,:@]*@)?([^,:@]+),(\d{4})(?:-(\d\d))?(?:-(\d\d))?:(.*)", re.A | re.S)
_SAFE = "()+,-.=@;$_!*'"
"""What RFC 2141 lets stand in a URN beside letters and digits; a colon would part it, a slash is kept for later use."""
_NOWHERE = "unknown.invalid"


@dataclass(frozen=True, slots=True)
class Identity:
    """What identifies a news item: the provider's domain, a day (CCYYMMDD) and a name."""

    provider: str
    day: str
    item: str

    @property
    def urn(self) -> str:
        """The URN of the item in any revision."""
        return f"urn:newsml:{self.provider}:{self.day}:{self.item}"

    def revision(self, version: int) -> str:
        """Return the URN of one revision."""
        return f"{self.urn}:{version}"


def identity(release: Release, job: Job, first: dt.datetime) -> Identity:
    """Return what identifies `release` in each of its revisions; raise Unwritable where nothing does.

    Everything comes from its id where that says enough (a NewsML URN, a tag URI): it never changes. The day is else
    the house's `tag_date`, else `first`, when the item was made.
    """
    name = identified(release, "a NewsIdentifier stays the same in every revision")
    day = _house_day(job) or utc(first)[:8]
    if match := _URN.fullmatch(name):
        return Identity(*match.groups())
    if match := _TAG.fullmatch(name):
        authority, year, month, date, specific = match.groups()
        tagged = _day(int(year), int(month or 1), int(date or 1))
        return Identity(_domain(authority), tagged or day, _item(specific))
    if (host := _host(name)) and re.match(r"https?:", name, re.I):
        return Identity(_domain(host), day, _item(name.split("//", 1)[1].partition("/")[2]))
    return Identity(_provider(release, job), day, _item(name))


def _item(text: str) -> str:
    return quote(text, safe=_SAFE).replace("~", "%7E") or "item"


def _house_day(job: Job) -> str:
    parts = job.newsroom.tag_date.split("-") if job.newsroom else []
    return _day(*[*map(int, parts), 1, 1][:3]) if parts else ""


def _day(year: int, month: int, day: int) -> str:
    try:
        dt.date(year, month, day)
    except ValueError:
        return ""
    return f"{year:04}{month:02}{day:02}"


def _provider(release: Release, job: Job) -> str:
    return next((_domain(host) for host in _hosts(release, job) if host), _NOWHERE)


def _hosts(release: Release, job: Job) -> Iterator[str]:
    """Yield the domains that a release without one in its id may belong to."""
    yield _host(release.url)
    yield _host(job.newsroom.base_url) if job.newsroom else ""
    for house in filter(None, (release.publisher, release.provider)):
        yield _host(house.web if "//" in house.web else f"https://{house.web}")
        yield from (address.rpartition("@")[2] for address in house.emails)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _domain(host: str) -> str:
    """Return `host` as letters, digits, dots and hyphens: what a domain may have, and a part of a URN."""
    with suppress(UnicodeError):  # what IDNA refuses stays as it is, its letters replaced below
        host = host.encode("idna").decode("ascii")
    return re.sub(r"[^A-Za-z0-9.-]+", "-", host).strip("-.").lower() or _NOWHERE
