"""More links than a release of that length bears.

Wires take one link in a hundred words or two, and search engines take a text full of links for an advertisement. Links
of the boilerplate are not counted, nor are addresses of mail and telephones. Three links are always fine.

Source: Presswire, editorial guidelines (one link in 100 words); Google Search spam policies (links in press releases).

Example:

    ---
    headline: Harbour opens
    ---
    The [harbour](https://a.example/1) opens on [Monday](https://a.example/2) with [ferries](https://a.example/3) and
    [night trains](https://a.example/4).

Use instead:

    ---
    headline: Harbour opens
    ---
    The [harbour](https://a.example/1) opens on Monday with [ferries and night trains](https://a.example/3).

Excuse it: where the links are the news: a list of documents, of towns, of partners.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_FEW = 3


def run(case: Case, *, words: int = 40) -> Iterator[Hit]:
    """Yield the first link beyond one in `words` words."""
    links = [
        a
        for a in case.addresses
        if a.leads == "link" and a.place.in_story and not a.href.startswith(("mailto:", "tel:"))
    ]
    most = max(_FEW, case.words // words)
    if len(links) > most:
        message = f"{len(links)} links in {case.words:,} words: one in {words} is what is taken"
        yield links[most].hit(message, fix=f"keep the {most} that a reader needs")


RULE = Rule(id="links-per-words", group="channel", severity="warning", run=run)
