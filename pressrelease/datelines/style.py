"""House styles of datelines as data: what a wire prints, in which order, and the points that houses dispute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from pressrelease.datelines.places import STAND_ALONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Say how a house sets datelines. Make your own with `dataclasses.replace(STYLES["ap"], full_states=True)`.

    `line` and `lead` are patterns of `{places}`, `{date}`, `{time}` and `{credit}`; what stands in brackets is left out
    where one of its fields is empty. `line` stands by itself above the body, `lead` opens the first paragraph.
    """

    name: str
    """What `Dateline.style` and `newsroom.toml` call it."""
    title: str = ""
    """Whose it is, in words."""
    line: str = ""
    """Pattern of the line above the body."""
    lead: str = ""
    """Pattern of the opening of the first paragraph, its separator included."""
    credit: str = ""
    """The house's own credit, for datelines that name none; the built-in styles claim none."""
    capitals: bool = False
    """Cities in capitals."""
    dates: Literal["full", "no-year", "none"] = "full"
    """The date with its year, without it, or not at all."""
    date: str = ""
    """Pattern of `{day}`, `{month}`, `{year}`; empty: as the language does."""
    day_first: bool = False
    """In English `5 March 2026` instead of `March 5, 2026`."""
    two_digit_day: bool = False
    """`March 05, 2026`."""
    months: Literal["long", "short", "bare", "three"] = "long"
    """`long`; `short` as AP has them (`Aug.`, but `March`); `bare`: these without full stops; `three` letters."""
    clock: str = "{hour:02}:{minute}"
    """Pattern of a time."""
    regions: bool = True
    """State or country after a city that does not stand alone."""
    full_states: bool = False
    """`Oregon`; otherwise `Ore.`, the eight that AP never abbreviates in full."""
    stand_alone: Mapping[str, str] = field(default_factory=lambda: STAND_ALONE, hash=False)
    """Cities printed without state or country, each with the state or country it lies in."""
    several: str = "/"
    """Between several cities."""
    and_last: bool = False
    """The last of several cities after `and`, in the language of the release."""


_NOWHERE: Mapping[str, str] = MappingProxyType({})

_ALL = (
    Style(name="plain", title="neutral, with the whole date", lead="{places}[, {date}][, {time}][ ({credit})] – ",
          day_first=True, full_states=True, stand_alone=_NOWHERE),
    Style(name="ap", title="Associated Press", lead="{places}[, {date}][ ({credit})] — ",
          capitals=True, dates="none", months="short", and_last=True, several=", "),
    Style(name="prnewswire", title="PR Newswire", lead="{places}[, {date}][ /{credit}/] -- ",
          capitals=True, months="short", and_last=True, several=", "),
    Style(name="businesswire", title="Business Wire", lead="{places}[--({credit})]--",
          capitals=True, dates="none", months="short", and_last=True, several=", "),
    Style(name="globenewswire", title="GlobeNewswire", lead="{places}[, {date}][ ({credit})] -- ",
          capitals=True, months="short", two_digit_day=True, and_last=True, several=", "),
    Style(name="reuters", title="Reuters", lead="{places}[, {date}][ ({credit})] - ",
          capitals=True, dates="no-year", months="bare", full_states=True),
    Style(name="dpa", title="Deutsche Presse-Agentur", lead="{places}[ ({credit})] - ", dates="none", regions=False),
    Style(name="ots", title="news aktuell (ots)", lead="{places}[ ({credit})] - ", dates="none", regions=False),
    Style(name="apa-ots", title="APA-OTS", lead="{places}[ ({credit})] - ", dates="none", regions=False),
    Style(name="afp", title="Agence France-Presse", lead="{places}[, {date}][ ({credit})] - ",
          capitals=True, regions=False),
    Style(name="gna", title="General News Agency", line="{places}[, {date}][, {time}]", lead="[{credit} - ]",
          date="{day:02}.{month:02}.{year}", full_states=True, stand_alone=_NOWHERE),
)  # fmt: skip

STYLES: Mapping[str, Style] = MappingProxyType({style.name: style for style in _ALL})
"""The named styles."""

# Which house a credit belongs to, by its first word.
_HOUSES = {
    "AP": "ap",
    "PRNewswire": "prnewswire",
    "CNW": "prnewswire",
    "BUSINESS": "businesswire",
    "GLOBE": "globenewswire",
    "Reuters": "reuters",
    "REUTERS": "reuters",
    "dpa": "dpa",
    "ots": "ots",
    "OTS": "apa-ots",
    "APA": "apa-ots",
    "AFP": "afp",
}


def house(credit: str) -> str:
    """Return the name of the style of the house that signs as `credit` (`dpa/lno` → `dpa`), or an empty string."""
    first = credit.replace("/", " ").replace("-", " ").split(" ")[0]
    return _HOUSES.get(first, "")
