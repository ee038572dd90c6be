"""A dateline from a place with which nothing else in the release is connected.

A dateline says from where it is reported. Where the addresses of issuer and contacts are elsewhere, and the text never
speaks of the place, a reader wonders who was there. It may be right: confirm it.

Source: AP Stylebook, "datelines" (a dateline says from where it was reported).

Example:

    ---
    headline: Harbour opens
    dateline: {places: [Brussels], date: 2026-03-02}
    contacts: [{name: Ada Byron, address: {street: Quay 1, city: Lisbon}}]
    ---
    The harbour of Lisbon opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    dateline: {places: [Lisbon], date: 2026-03-02}
    contacts: [{name: Ada Byron, address: {street: Quay 1, city: Lisbon}}]
    ---
    The harbour opens on Monday.

Excuse it: where the news was announced there.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield the dateline whose places stand in no address, no name of a house and no passage."""
    release, line = case.release, case.passage("dateline")
    named = [p.name for p in release.dateline.places] if release.dateline else []
    known = _addresses(case)
    if not named or not known or line is None:
        return
    told = [*known, *(p.name for p in release.places), *_houses(case)]
    told += [p.text for p in case.passages if p.kind != "dateline"]
    words = "\n".join(told).casefold()
    if not any(name.casefold() in words for name in named):
        message = (
            f"nothing else in the release is connected with {', '.join(named)}; addresses are in {known[0]}"
        )
        yield line.hit(message, 0, len(named[0]), fix="confirm the place")


def _addresses(case: Case) -> list[str]:
    """Return the towns of all addresses."""
    release = case.release
    parties = [release.publisher, release.provider, *release.contacts, *release.organisations]
    places = [p.address for p in parties if p and getattr(p, "address", None)]
    return list(dict.fromkeys(a.city for a in places if a and a.city))


def _houses(case: Case) -> list[str]:
    """Return what issuer, contacts and organisations call themselves: `Gannet Lines Lisbon` is of that place."""
    release = case.release
    houses = [o.title for o in (release.publisher, *release.organisations) if o]
    return [*houses, *(word for c in release.contacts for word in (c.name, c.organisation))]


RULE = Rule(id="dateline-place", group="editorial", severity="info", run=run)
