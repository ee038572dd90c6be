"""What a caller may say about a feed; everything has a default from the newsroom or the releases."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from pressrelease.characters import illegal, one_line
from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.formats.registry import Unwritable
from pressrelease.model import InvalidRelease, Related, Translation

MOST = 1000


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """Options of `rss`, `atom` and `jsonfeed`. Empty (or 0) means: as the newsroom says, else as the releases do."""

    content: Literal["", "full", "summary"] = ""
    """The whole release in each item, or its summary with corrections and notices."""
    size: int = 0
    """Newest releases in the feed, at most 1000."""
    self_url: str = ""
    """The feed's own absolute address (`rel=self`); also identifies an Atom feed."""
    title: str = ""
    """The feed's title."""
    description: str = ""
    """One sentence about it."""
    language: str = ""
    """BCP 47 tag of the feed; each item says its own."""
    hub: str = ""
    """WebSub hub, an absolute address."""
    home: str = ""
    """The page the feed belongs to, an absolute address."""
    items: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """Feeds of the same releases, newsroom and templates that are given the same mapping make each item once."""

    def __post_init__(self) -> None:
        problems = [*self._texts(), *self._addresses(), *self._choices()]
        if problems:
            raise Unwritable(*problems)
        for name in ("title", "description"):
            object.__setattr__(self, name, one_line(getattr(self, name)))

    def _texts(self) -> list[Problem]:
        found = []
        for name in ("title", "description", "self_url", "hub", "home", "language"):
            value: object = getattr(self, name)
            if not isinstance(value, str) or illegal(value):
                found.append(
                    Problem("not a text", _at(name), shown(value), "a text without control characters")
                )
        return found

    def _addresses(self) -> list[Problem]:
        found = []
        for name in ("self_url", "hub", "home"):
            value = getattr(self, name)
            if isinstance(value, str) and value and not (absolute(value) and _safe(value)):
                found.append(
                    Problem(
                        "not a web address",
                        _at(name),
                        shown(value),
                        "an absolute URL such as https://example.org/",
                    )
                )
        return found

    def _choices(self) -> list[Problem]:
        found = []
        if self.content not in ("", "full", "summary"):
            found.append(Problem("no such content", _at("content"), shown(self.content), "full or summary"))
        # Options come as plain mappings too: what the types promise is not yet sure here.
        size: object = self.size
        if not isinstance(size, int) or isinstance(size, bool) or not 0 <= size <= MOST:
            found.append(Problem("no such size", _at("size"), shown(size), f"1 to {MOST}"))
        tag: object = self.language
        if isinstance(tag, str) and tag:
            try:
                Translation(language=tag)
            except InvalidRelease:
                found.append(
                    Problem("not a language tag", _at("language"), shown(tag), "a BCP 47 tag such as de-AT")
                )
        return found


def absolute(address: str) -> bool:
    """Return whether `address` is a whole http or https URL."""
    scheme, mark, rest = address.partition("://")
    return (
        bool(mark)
        and scheme.lower() in ("http", "https")
        and bool(rest.strip("/"))
        and not rest.startswith("/")
    )


def _safe(address: str) -> bool:
    try:
        Related(href=address)
    except InvalidRelease:
        return False
    return True


def _at(name: str) -> Where:
    return Where(field=f"options.{name}")
