"""Imprint: what a house says of itself for the notices that the law asks of it.

Name, addresses, register entry and VAT id stand in `[publisher]` already; here stands what an organisation elsewhere in
a release never says.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from pressrelease.model import Address, Frozen, NoticeKind, Organisation, Part
from pressrelease.model.values import ExtraField, Line, Words, wrong

Condition: TypeAlias = Literal[
    "business",
    "editorial",
    "periodic",
    "newsletter",
    "commercial-mail",
    "media-service",
    "third-party",
    "listed",
    "tsxv",
    "free-reuse",
    "data-mining-reserved",
    "paid",
    "paid-securities",
    "forward-looking",
    "inside-information",
    "ai",
    "reviewed",
    "reply",
]
"""What may hold of an offer (the first nine) or of a single release (the rest).

`business` is part of an economic activity. `editorial` forms opinions as a journal does. `periodic` appears as a
periodical. `newsletter` and `commercial-mail` reach subscribers and customers. `media-service` is a service under the
European Media Freedom Act. `third-party` carries the releases of others. `listed` and `tsxv` tell of an issuer's
market. `reviewed`: a human read the generated text, and a named person answers for it.
"""

_CITES = re.compile(
    r"§|\b(?:Sect?|Sec|Art|Abs|Reg)\.? ?\d|\b(?:Section|Article|Artikel|Loi|Ley|Legge) ", re.I
)


def _labels(labels: Frozen) -> Frozen:
    for name, label in labels.items():
        if not isinstance(label, str) or not label.strip():
            raise wrong(f"no label for {name}", 'words, such as "Verantwortlich"')
        if _CITES.search(label):
            raise wrong(
                f"the label of {name} cites a law",
                "words alone",
                "`cite = true` prints the citation that is right on the day of each release",
            )
    return labels


def _spoken(words: Frozen) -> Frozen:
    for language, said in words.items():
        if not isinstance(said, str) or not said.strip():
            raise wrong(f"no words in {language}", 'words by language, such as {en = "Prices"}')
    return words


class Responsible(Part):
    """`[[imprint.responsible]]`: a natural person who answers for what is published."""

    name: Words
    """First name and surname."""
    part: Line = ""
    """For which part of the offer, where several persons answer."""
    address: Address | None = None
    """Postal address."""
    at_publisher: bool = False
    """Whether the publisher's address is the person's too."""
    conditions_confirmed: bool = False
    """Whether the house has asked and knows: permanent residence in the country, full legal capacity, not barred from
    public office, no immunity."""
    since: dt.date | None = None
    """First day in the task; none: always."""
    until: dt.date | None = None
    """Last day in the task; none: until further notice."""

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise wrong("a task that ends before it begins", "`until` on or after `since`")
        return self

    def answers_on(self, day: dt.date) -> bool:
        """Return whether the task is the person's on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class HouseProfile(Part):
    """`[[imprint.profiles]]`: a notice of the house's own, beside those of the law or in the place of one."""

    id: Annotated[Line, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    """A name for it, such as `house-prices`; that of a profile in docs/notices.md takes its place."""
    kind: NoticeKind
    """What it is about; a release that has a notice of that kind takes none."""
    label: Annotated[ExtraField, AfterValidator(_spoken)]
    """Its heading by language: `{en = "Prices", de = "Preise"}`; English is for every other language."""
    text: Annotated[ExtraField, AfterValidator(_spoken)] = Frozen()
    """Its words by the same languages, with `{fact}` where a fact stands; none: the facts one by one."""
    when: tuple[Condition, ...] = ("business",)
    """It stands where one of these holds …"""
    unless: tuple[Condition, ...] = ()
    """… and none of these."""
    requires: tuple[Words, ...] = ()
    """Facts it cannot do without, by their names in docs/notices.md."""
    may: tuple[Words, ...] = ()
    """Facts it shows where the house has them."""
    places: tuple[Literal["release", "site", "mail", "print"], ...] = ("release", "site")
    """Where it stands."""
    since: dt.date | None = None
    """First day on which a release takes it; none: always."""
    until: dt.date | None = None
    """Last day; none: until further notice."""
    citation: Line = "house rule"
    """The norm or decision behind it."""
    source: Line = "the house"
    """Who says so."""
    checked_on: dt.date
    """When the house last looked whether it still holds."""
    omit: Line = "Where the house says so."
    """Where it may be left out."""
    duty: bool = True
    """Whether it must stand, or is good practice."""


class Imprint(Part):
    """`[imprint]`: what notices say of the house beside what `[publisher]` says."""

    jurisdiction: Annotated[Line, Field(pattern=r"^[A-Z]{2}$")]
    """Where the house is established, as ISO 3166-1 alpha-2: its law is asked, not the reader's."""
    when: tuple[Condition, ...] = ("business",)
    """What the offer is; the words stand in docs/notices.md."""
    form: Line = ""
    """Legal form: `GmbH`, `SA`, `public limited company`."""
    representatives: tuple[Words, ...] = ()
    """Who represents the house: all managing directors or the board."""
    contact: Line = ""
    """A second fast way beside e-mail where no telephone is: address of a form or chat."""
    economic_id: Line = ""
    """Economic identification number, where the house holds one."""
    capital: Line = ""
    """Capital, as the register has it: `25 000 EUR`."""
    seat: Line = ""
    """Registered seat, where it is not the town of the publisher's address."""
    registered_in: Line = ""
    """Part of the United Kingdom of the registration: `England and Wales`."""
    supervisor: Line = ""
    """Supervisory authority, where the activity needs a licence."""
    profession: Line = ""
    """Regulated profession: chamber, title and where it was awarded, rules."""
    host: Organisation | None = None
    """Who hosts the site."""
    purpose: Line = ""
    """Object of the business."""
    bodies: Line = ""
    """Members of board and supervisory board."""
    owners: tuple[Words, ...] = ()
    """Holders, each with the share: `Ada Byron, London (60 %)`."""
    beneficial_owners: tuple[Words, ...] = ()
    """Natural persons who own or control in the end."""
    state_advertising: Line = ""
    """Income from state advertising in the last year."""
    direction: Line = ""
    """Declared basic direction of the medium."""
    press_registration: Line = ""
    """Court and number under which a periodical is registered."""
    responsible: tuple[Responsible, ...] = ()
    """Who answers for what is published."""
    cite: bool = False
    """Whether labels name the law; which one the day of the release decides."""
    labels: Annotated[ExtraField, AfterValidator(_labels)] = Frozen()
    """The house's own labels: `{de-resp-4 = "Verantwortlich"}`, by profile."""
    confirmed: tuple[Words, ...] = ()
    """Profiles from general knowledge that the house has had checked: they are printed."""
    profiles: tuple[HouseProfile, ...] = ()
    """Notices of the house's own: they are printed as they stand here."""
