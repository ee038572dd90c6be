"""A notice by the law of one country, a house in another, and nobody says which law holds.

What a house must say of itself is decided where it is established, not where its readers are. A notice copied from a
partner in another country promises what that law does not ask, and leaves out what the house's own does. `jurisdiction`
in `[imprint]` declares it.

Source: Directive 2000/31/EC, Art. 3 (country of origin).

Example:

    ---
    headline: Harbour opens
    publisher: {name: Example Inc., address: {city: Las Vegas, country: USA}}
    notices: [{kind: editorial-responsibility, citation: "§ 18(2) MStV", person: Ada Byron, text: "Kai 1, 20457 Hamburg", jurisdiction: DE}]
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    publisher: {name: Example GmbH, address: {city: Hamburg, country: Germany}}
    notices: [{kind: editorial-responsibility, citation: "§ 18(2) MStV", person: Ada Byron, text: "Kai 1, 20457 Hamburg", jurisdiction: DE}]
    ---
    The harbour opens on Monday.

Excuse it: where the house has an establishment in both countries.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule
from pressrelease.datelines.countries import country_ways
from pressrelease.model import Organisation
from pressrelease.notices.profile import ALIASES, above


def run(case: Case) -> Iterator[Hit]:
    """Yield the first notice whose law is not that of the house, where no imprint declares one."""
    if case.newsroom is not None and case.newsroom.imprint is not None:
        return
    release = case.release
    house = next((h for h in (release.provider, release.publisher) if h and _country(h)), None)
    country = _country(house) if house else ""
    for i, notice in enumerate(release.notices):
        law = notice.jurisdiction
        if house is None or not law or law in (country, ALIASES.get(country), *above(country, case.law_day)):
            continue
        message = f"a notice by the law of {law}, but {house.title} is in {country}"
        yield Hit(
            message,
            _path(i, notice.citation),
            fix="declare `jurisdiction` in [imprint], or leave the notice out",
        )
        return


def _path(number: int, citation: str) -> str:
    return f"notices.{number}.citation" if citation else f"notices.{number}"


def _country(house: Organisation) -> str:
    """Return the code of the country of a house's address, where it is known."""
    printed = house.address.country if house.address else ""
    if len(printed) == 2 and printed.isupper():
        return printed
    return next((code for code, _ in country_ways(printed, ())), "")


RULE = Rule(id="jurisdiction-undeclared", group="legal", severity="warning", run=run)
