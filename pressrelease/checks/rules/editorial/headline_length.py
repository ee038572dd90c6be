"""A headline longer than a desk has room for.

Search results, feeds, mails and mobile pages cut a long headline off, often before the verb. A desk that has to shorten
it chooses the words itself. The limit is that of the profile: 100 characters where none says otherwise.

Source: PR Daily, "Does the length of your press release headline matter?" (wires take 100 to 125 characters); Wylie
Communications, 2023 (search results show 63).

Example:

    ---
    headline: The new north harbour of Kestrel Bay opens to night ferries of all lines on Friday after six years of work
    ---
    The harbour opens on Friday.

Use instead:

    ---
    headline: Kestrel Bay opens its north harbour to night ferries
    ---
    The harbour opens on Friday after six years of work.

Excuse it: where names that cannot be shortened fill it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case, *, most: int = 100) -> Iterator[Hit]:
    """Yield the headline where it has more than `most` characters."""
    headline = case.passages[0]
    if len(headline.text) > most:
        message = (
            f"the headline has {len(headline.text)} characters, {case.profile.title} has room for {most}"
        )
        yield headline.hit(message, most, fix="shorten it; what is left out may stand in the subheadline")


RULE = Rule(id="headline-length", group="editorial", severity="warning", run=run)
