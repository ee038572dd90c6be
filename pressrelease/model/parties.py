"""Who is behind a release: organisations, people, and how to reach them."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from pressrelease.model.part import Part
from pressrelease.model.values import Email, FileHref, Line, Pattern, Words, wrong


class Phone(Part):
    """A telephone or facsimile number."""

    number: Words
    """The number as printed."""
    label: Line = ""
    """Its printed label: `Local`, `Tel.`."""
    kind: Literal["voice", "fax", "mobile"] = "voice"
    """What answers."""


class Address(Part):
    """A postal address."""

    street: Line = ""
    """Street and number."""
    lines: tuple[Words, ...] = ()
    """Further lines: suite, floor, building."""
    city: Line = ""
    """Town."""
    region: Line = ""
    """State or province."""
    postcode: Line = ""
    """Postal or ZIP code."""
    country: Line = ""
    """Country as printed, or its ISO 3166-1 alpha-2 code."""
    layout: Pattern = ""
    """How it was set: `{street}, {lines.0} {city}, {region} {postcode}, {country}`."""


class Ticker(Part):
    """A listing: `NYSE: ABC`."""

    exchange: Line = ""
    """Exchange as printed, or its ISO 10383 code."""
    symbol: Words
    """The symbol there."""


class Organisation(Part):
    """A company, agency, authority: as publisher, as provider, or as one the release is about."""

    name: Line = ""
    """The name it goes by."""
    legal_name: Line = ""
    """The registered name."""
    address: Address | None = None
    """Postal address."""
    phones: tuple[Phone, ...] = ()
    """Telephone and facsimile numbers, in order."""
    emails: tuple[Email, ...] = ()
    """E-mail addresses, in order."""
    web: Line = ""
    """Web address as printed, with or without a scheme."""
    register_entry: Line = ""
    """Register and number: `HRB 12345, Amtsgericht Hamburg`."""
    vat_id: Line = ""
    """VAT identification number."""
    tickers: tuple[Ticker, ...] = ()
    """Listings."""
    isin: Line = ""
    """ISO 6166 securities number."""
    lei: Line = ""
    """ISO 17442 legal entity identifier."""
    uri: Line = ""
    """An identifier elsewhere, such as a Wikidata URI."""
    logo: FileHref = ""
    """Address of its logo."""
    layout: Pattern = ""
    """How it was set: `{legal_name} {address} {phones.0.number} {phones.0.label} …`."""

    @model_validator(mode="after")
    def _has_a_name(self) -> Organisation:
        if not self.name and not self.legal_name:
            raise wrong("an organisation without a name", "`name` or `legal_name`")
        return self

    @property
    def title(self) -> str:
        """The name to print: its own, else the registered one."""
        return self.name or self.legal_name


class Person(Part):
    """A person the release is about."""

    name: Words
    """Name as printed."""
    role: Line = ""
    """Position."""
    organisation: Line = ""
    """Whose."""
    uri: Line = ""
    """An identifier elsewhere."""


class Contact(Part):
    """Whom a desk may ask."""

    name: Line = ""
    """Person or team."""
    role: Line = ""
    """Position."""
    organisation: Line = ""
    """Whose."""
    phones: tuple[Phone, ...] = ()
    """Numbers, in order."""
    emails: tuple[Email, ...] = ()
    """E-mail addresses, in order."""
    web: Line = ""
    """Web address as printed."""
    address: Address | None = None
    """Postal address."""
    note: Line = ""
    """Hours, languages, what for."""
    heading: Line = ""
    """The heading as printed: `Media contact:`."""
    for_editors: bool = False
    """Not for publication: only formats with a place for editors carry it."""
    layout: Pattern = ""
    """How it was set."""
