"""Facts that notices ask for: where a house says each, why it is needed, and how it is printed."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pressrelease.errors import PressReleaseError, Problem, near, shown
from pressrelease.findings import Where
from pressrelease.imprint import Imprint, Responsible
from pressrelease.model import Address, Frozen, Organisation, Release
from pressrelease.newsroom import Newsroom
from pressrelease.wording import LANGUAGES, address_words, date_words, organisation_words

_POST_BOX = re.compile(
    r"\b(?:postfach|p\.? ?o\.? ?box|boîte postale|b\.? ?p\.? ?\d|casella postale|apartado|postbus|skrytka)\b",
    re.I,
)


class InvalidNotices(PressReleaseError):
    """What a newsroom or release says for its notices cannot be meant: a profile, condition or fact that is none."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: `at` is its path in `newsroom.toml` or, for facts of a single release, in its front matter."""

    name: str
    paragraph: str
    at: str
    why: str
    words: Mapping[str, str]

    def printed(self, value: str, language: str) -> str:
        """Return `value` with the words that go before it."""
        if not self.words:
            return value
        pattern = self.words.get(language.partition("-")[0].lower()) or self.words["en"]
        return pattern.replace("{}", value)


def _facts() -> Mapping[str, Fact]:
    data = tomllib.loads((Path(__file__).resolve().parent / "facts.toml").read_text("utf-8"))
    return {
        name: Fact(name, paragraph, fact["at"], fact["why"], fact.get("words", {}))
        for paragraph, facts in data.items()
        for name, fact in facts.items()
    }


FACTS = _facts()
"""Every fact by its name, in the order in which they are printed."""


def known(
    newsroom: Newsroom, release: Release | None, person: Responsible | None, language: str
) -> dict[str, str]:
    """Return the facts that house, release and responsible person tell, by name; what is not told is not there."""
    imprint = newsroom.imprint
    assert imprint is not None
    values = {
        **_of_house(newsroom.publisher, imprint, language),
        **(_of_person(person, newsroom.publisher) if person else {}),
        **(_of_release(release, newsroom, language) if release else {}),
    }
    return {name: value for name, value in values.items() if value}


def _of_house(house: Organisation, imprint: Imprint, language: str) -> dict[str, str]:
    address = house.address
    return {
        "name": house.legal_name or house.name,
        "form": imprint.form,
        "address": serviceable(address),
        "seat": imprint.seat or (address.city if address else ""),
        "registered_in": imprint.registered_in,
        "representatives": ", ".join(imprint.representatives),
        "bodies": imprint.bodies,
        "email": ", ".join(house.emails),
        "contact": next((p.number for p in house.phones if p.kind != "fax"), "") or imprint.contact,
        "register": house.register_entry,
        "vat": house.vat_id or imprint.economic_id,
        "capital": imprint.capital,
        "supervisor": imprint.supervisor,
        "profession": imprint.profession,
        "purpose": imprint.purpose,
        "direction": imprint.direction,
        "owners": ", ".join(imprint.owners),
        "beneficial_owners": ", ".join(imprint.beneficial_owners),
        "state_advertising": imprint.state_advertising,
        "press_registration": imprint.press_registration,
        "host": organisation_words(imprint.host, language) if imprint.host else "",
        "isin": house.isin,
        "lei": house.lei,
        "source": house.title,
    }


def serviceable(address: Address | None) -> str:
    """Return the words of an address where letters and summonses arrive; a post office box without a street is none."""
    if address is None:
        return ""
    lines = [part for line in (address.street, *address.lines) for part in line.split(",")]
    boxes = [line for line in lines if _POST_BOX.search(line)]
    street = any(re.search(r"\d", line) for line in lines if line not in boxes)
    return "" if boxes and not street else address_words(address)


def _of_person(person: Responsible, house: Organisation) -> dict[str, str]:
    own = address_words(person.address) if person.address else ""
    return {
        "person": person.name,
        "person_address": own or (serviceable(house.address) if person.at_publisher else ""),
        "conditions": "confirmed" if person.conditions_confirmed else "",
    }


def _of_release(release: Release, newsroom: Newsroom, language: str) -> dict[str, str]:
    publisher = release.publisher or newsroom.publisher
    dateline = release.dateline
    return {
        "published": _day_words(release.published.date(), language) if release.published else "",
        "place": ", ".join(place.name for place in dateline.places) if dateline else "",
        "subject": release.headline,
        "isin": publisher.isin,
        "lei": publisher.lei,
        "source": publisher.title,
        "client": publisher.title,
        **_told(release),
    }


def _told(release: Release) -> dict[str, str]:
    """Return the facts that front matter tells; refuse one that no notice asks a release for: it would go unseen."""
    said = of_release(release, "facts") or {}
    where = Where(field="extra.notices.facts")
    if not isinstance(said, Mapping):
        raise InvalidNotices(Problem("not a mapping", where, shown(said), "facts by their names"))
    asked = [fact.name for fact in FACTS.values() if fact.at == f"{where.field}.{fact.name}"]
    problems = [
        Problem("no such fact", where, shown(name), advice=near(name, asked))
        for name in said
        if name not in asked
    ]
    problems += [
        Problem("not a text", Where(field=f"{where.field}.{name}"), shown(value))
        for name, value in said.items()
        if name in asked and not isinstance(value, (str, int, float))
    ]
    if problems:
        raise InvalidNotices(*problems)
    return {name: str(value) for name, value in said.items()}


def _day_words(day: dt.date, language: str) -> str:
    """Return a day in words; as the standard writes it in a language whose months are not known."""
    return date_words(day, language) if language in LANGUAGES else day.isoformat()


def of_release(release: Release, key: str) -> object:
    """Return what a release says under `extra.notices` by the name `key`: `when` or `facts`; None where nothing."""
    said = release.extra.get("notices")
    return said.get(key) if isinstance(said, Frozen) else None
