"""A notice by a law that nobody has looked up for a year.

Laws move: each profile says on which day its law was last read. After a year it may have changed without anybody here
knowing, and a notice that was right is then the one a court quotes. It is said once a release, with the profiles.

Source: docs/notices.md, the day on which the profiles were checked; a year is this library's own limit.

Newsroom:

    title = "Hafen"
    base_url = "https://hafen.example/"
    [publisher]
    name = "Hafen"
    emails = ["presse@hafen.example"]
    phones = [{number = "+49 40 5550 100"}]
    address = {street = "Kai 1", city = "Hamburg"}
    [imprint]
    jurisdiction = "DE"

Now: 2029-03-02T12:00Z

Example:

    ---
    headline: Hafen öffnet
    language: de
    published: 2029-03-02T09:00+01:00
    ---
    Der Hafen öffnet am Montag.

Use instead:

    ---
    headline: Hafen öffnet
    language: de
    published: 2029-03-02T09:00+01:00
    notices: [{kind: provider, heading: Impressum, text: "Hafen, Kai 1, Hamburg"}]
    ---
    Der Hafen öffnet am Montag.

Excuse it: where somebody has looked, and the law is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield the profiles by which notices join the release, and that were checked more than a year before now."""
    own = {notice.kind for notice in case.own.notices}
    today = case.now.date()
    old = [d.profile for d in case.due if d.printed and d.profile.kind not in own and d.profile.is_old(today)]
    if old:
        ids = ", ".join(dict.fromkeys(profile.id for profile in old))
        day = min(profile.checked_on for profile in old)
        message = f"notices by profiles that were last checked on {day}, more than a year ago: {ids}"
        yield Hit(message, fix="look the law up, or take a newer version of pressrelease")


RULE = Rule(id="notice-profile-old", group="legal", severity="info", run=run)
