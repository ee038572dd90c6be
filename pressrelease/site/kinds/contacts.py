"""Contacts: whom a desk may ask, each with a card for the address book; a page for each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressrelease.files import sluggish
from pressrelease.formats.web import reach
from pressrelease.model import Contact, Organisation
from pressrelease.site.addresses import base_of, editions, root_of
from pressrelease.site.desk import Desk
from pressrelease.site.frame import filler, framed, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.vcard import vcard
from pressrelease.wording import wording


@dataclass(frozen=True, slots=True)
class Card:
    """A contact of the house, or the house itself."""

    key: str
    heading: str
    who: Contact | Organisation
    card: str = ""
    """Address of its vCard."""


def of_site(site: Site) -> Iterator[Output]:
    """Yield the page of contacts."""
    for language in ("", *site.languages):
        path = f"{base_of(site, language)}contacts/index.html"
        w = wording(language or site.newsroom.language)
        told = {
            "title": titled(site, w("contacts")),
            "description": w("contacts_text"),
            "alternates": editions(site, "contacts"),
        }
        filled = {"cards": cards(site, language, path), "spoken": site.newsroom.language}
        yield framed(site, "contacts", path, language, told, filled)


def cards(site: Site, language: str, path: str) -> tuple[Card, ...]:
    """Return whom a desk may ask, as the page at `path` of the edition in `language` shows it."""
    root, spoken = root_of(path), language or site.newsroom.language
    return tuple(
        Card(key, _heading(who, spoken), who, f"{root}{_card_path(key)}")
        for key, who in _public(site).items()
    )


def cards_of(site: Site) -> Iterator[Output]:
    """Yield a vCard of each contact."""
    for key, who in _public(site).items():
        yield Output(_card_path(key), "vcard", (who,))


def make_card(output: Output, desk: Desk) -> bytes:
    """Write a vCard."""
    return vcard(output.inputs[0])


def _public(site: Site) -> dict[str, Contact | Organisation]:
    """Return the contacts that are not for editors only, and the publisher, each by a key of its own."""
    house = site.newsroom
    found: dict[str, Contact | Organisation] = {}
    public: list[Contact | Organisation] = [c for c in house.contacts if not c.for_editors]
    for who in (*public, house.publisher):
        key = own = sluggish(_name(who).casefold())
        number = 1
        while key in found:
            number += 1
            key = f"{own}-{number}"
        found[key] = who
    return found


def _name(who: Contact | Organisation) -> str:
    if isinstance(who, Organisation):
        return who.title
    return who.name or who.organisation or who.heading or "contact"


def _heading(who: Contact | Organisation, language: str) -> str:
    if isinstance(who, Organisation):
        return wording(language)("publisher")
    return who.heading or wording(language)("media_contact")


def _card_path(key: str) -> str:
    return f"contacts/{key}.vcf"


KINDS = (
    Kind(
        "contacts",
        "contacts",
        ("page of contacts", "pages of contacts"),
        filler("site/contacts.html", view=reach),
        of_site=of_site,
        templates=("site/contacts.html",),
    ),
    Kind("vcard", "contacts", ("vCard", "vCards"), make_card, of_site=cards_of),
)
