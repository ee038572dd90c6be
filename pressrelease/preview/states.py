"""Where a release stands between its writer and the public, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pressrelease.site.plan import Site
from pressrelease.site.summary import Summary
from pressrelease.wording.moments import moment_words


@dataclass(frozen=True, slots=True)
class State:
    """Whether the public sees a release now, and why."""

    group: Literal["hidden", "public", "record"]
    words: str

    @property
    def hidden(self) -> bool:
        """Whether nobody but the writer sees it."""
        return self.group == "hidden"


def state(s: Summary, site: Site) -> State:
    """Return where `s` stands at the moment that `site` shows."""
    life, now = s.life, site.now
    if s.earlier:
        return State("record", "Earlier version")
    if life.is_public(now):
        return State("public", "Public")
    if life.was_withdrawn(now):
        return State("public", "Withdrawn")
    return State("hidden", _why_hidden(s, site))


def _why_hidden(s: Summary, site: Site) -> str:
    life, now = s.life, site.now
    if life.killed or life.status == "canceled":
        return "Canceled before it was out"
    if life.status != "usable":
        return f"Draft, {life.status}"
    if life.held:
        return "Embargoed until further notice"
    if life.lift is not None and life.lift > now:
        return f"Embargoed until {_words(life.lift, site)}"
    if life.comes_out is not None and life.comes_out > now:
        return f"Comes out {_words(life.comes_out, site)}"
    assert life.expires is not None
    return f"Expired {_words(life.expires, site)}"


def _words(moment: dt.datetime, site: Site) -> str:
    return moment_words(moment, "en", site.newsroom.time_zone)
