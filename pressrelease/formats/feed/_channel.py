"""What a feed says about itself, decided once for RSS, Atom and JSON Feed."""

from __future__ import annotations

import datetime as dt
import urllib.parse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pressrelease.errors import Problem
from pressrelease.findings import Where
from pressrelease.formats.document import last_modified
from pressrelease.formats.feed._options import FeedOptions, absolute
from pressrelease.formats.registry import Job, Unwritable
from pressrelease.model import Release
from pressrelease.newsroom import Feeds
from pressrelease.outline import copyright_line

T = TypeVar("T")
GENERATOR = "pressrelease"
"""Fixed words: a version here would change every feed, and every reader's copy of it, with each upgrade."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed's own facts; empty means unknown. `updated` is the newest public change, or None in an empty feed."""

    title: str
    description: str
    home: str
    self_url: str
    language: str
    hub: str
    author: str
    author_uri: str
    rights: str
    logo: str
    updated: dt.datetime | None
    permits: str = ""
    """What machines may do, in the words of RSL 1.0."""
    prohibits: str = ""

    @property
    def id(self) -> str:
        """What identifies it: its address, else that of its page."""
        return self.self_url or self.home


def channel(releases: Sequence[Release], job: Job, file: str) -> Channel:
    """Return the facts of the feed over `releases`; `file` is its usual name below the newsroom's address.

    Raises Unwritable where there is no title.
    """
    options = options_of(job)
    room = job.newsroom
    publisher = room.publisher if room else _only(releases, lambda r: r.publisher)
    title = options.title or (room.title if room else "") or (publisher.title if publisher else "")
    if not title:
        raise Unwritable(
            Problem(
                "a feed without a title",
                Where(field="options.title"),
                expected="a title, a newsroom, or releases of one publisher",
                advice="pass newsroom=… or options={'title': …}",
            )
        )
    home = (
        options.home or (room.base_url if room else "") or _site(releases, publisher.web if publisher else "")
    )
    rights = room.rights if room else None
    return Channel(
        title=title,
        description=options.description or (room.site.description if room else "") or title,
        home=home,
        self_url=options.self_url or (f"{room.base_url}{file}" if room else ""),
        language=options.language or (room.language if room else "") or _language(releases),
        hub=options.hub or (room.feeds.hub if room else ""),
        author=publisher.title if publisher else title,
        author_uri=publisher.web if publisher and absolute(publisher.web) else "",
        rights=copyright_line(Release(headline=title, rights=rights)) if rights else "",
        logo=room.theme.logo if room and absolute(room.theme.logo) else "",
        permits=room.terms.permits if room and room.terms else "",
        prohibits=room.terms.prohibits if room and room.terms else "",
        updated=newest((*releases, *job.withdrawn), job.now),
    )


def options_of(job: Job) -> FeedOptions:
    """Return the job's options, with what the newsroom says about content and size in place of what they leave open."""
    options: FeedOptions = job.options or FeedOptions()
    feeds = job.newsroom.feeds if job.newsroom else Feeds()
    if options.content and options.size:
        return options
    return FeedOptions(
        content=options.content or feeds.content,
        size=options.size or feeds.size,
        self_url=options.self_url,
        title=options.title,
        description=options.description,
        language=options.language,
        hub=options.hub,
        home=options.home,
        items=options.items,
    )


def newest(releases: Iterable[Release], now: dt.datetime) -> dt.datetime | None:
    """Return the newest moment up to `now` at which the public could see a change of `releases`, or None."""
    return max((m for r in releases if (m := last_modified(r, now)) is not None), default=None)


def _only(releases: Sequence[Release], fact: Callable[[Release], T | None]) -> T | None:
    facts = [fact(r) for r in releases]
    return facts[0] if facts and all(f == facts[0] for f in facts) else None


def _language(releases: Sequence[Release]) -> str:
    return (_only(releases, lambda r: r.language) or "").removeprefix("und")


def _site(releases: Sequence[Release], web: str) -> str:
    """Return the address of the site: the publisher's as printed, else where all the releases lie."""
    if web:
        whole = web if absolute(web) else f"https://{web}"
        if absolute(whole) and not any(c.isspace() for c in whole):
            return whole
    origins = {urllib.parse.urljoin(r.url, "/") for r in releases if r.url}
    return origins.pop() if len(origins) == 1 else ""
