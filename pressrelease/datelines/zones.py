"""Zones as datelines print them. Only what means one thing becomes a zone; the rest stays as printed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ZONES: Mapping[str, str] = MappingProxyType(
    {
        "UTC": "UTC",
        "GMT": "UTC",
        "WET": "+00:00",
        "WEST": "+01:00",
        "CET": "+01:00",
        "CEST": "+02:00",
        "MEZ": "+01:00",
        "MESZ": "+02:00",
        "EET": "+02:00",
        "EEST": "+03:00",
        "MSK": "+03:00",
        "EST": "-05:00",
        "EDT": "-04:00",
        "CDT": "-05:00",
        "MDT": "-06:00",
        "PST": "-08:00",
        "PDT": "-07:00",
        "AKST": "-09:00",
        "AKDT": "-08:00",
        "NST": "-03:30",
        "NDT": "-02:30",
        "JST": "+09:00",
        "KST": "+09:00",
        "HKT": "+08:00",
        "SGT": "+08:00",
        "AEST": "+10:00",
        "AEDT": "+11:00",
        "ACST": "+09:30",
        "AWST": "+08:00",
        "NZST": "+12:00",
        "NZDT": "+13:00",
        "ET": "America/New_York",
        "CT": "America/Chicago",
        "MT": "America/Denver",
        "PT": "America/Los_Angeles",
        "Eastern Time": "America/New_York",
        "Central Time": "America/Chicago",
        "Mountain Time": "America/Denver",
        "Pacific Time": "America/Los_Angeles",
        "Eastern Standard Time": "-05:00",
        "Eastern Daylight Time": "-04:00",
        "Central Standard Time": "-06:00",
        "Central Daylight Time": "-05:00",
        "Mountain Standard Time": "-07:00",
        "Mountain Daylight Time": "-06:00",
        "Pacific Standard Time": "-08:00",
        "Pacific Daylight Time": "-07:00",
        "Central European Time": "+01:00",
        "Central European Summer Time": "+02:00",
        "Greenwich Mean Time": "UTC",
        "British Summer Time": "+01:00",
        "heure de Paris": "Europe/Paris",
    }
)
"""Zones that mean one thing, by their printed name."""

# The same letters are used on several continents: only the dateline's own country settles them.
BY_COUNTRY: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("CST", "US"): "-06:00",
        ("CST", "CA"): "-06:00",
        ("CST", "CN"): "+08:00",
        ("MST", "US"): "-07:00",
        ("MST", "CA"): "-07:00",
        ("MST", "MY"): "+08:00",
        ("IST", "IN"): "+05:30",
        ("IST", "IE"): "+01:00",
        ("IST", "IL"): "+02:00",
        ("BST", "GB"): "+01:00",
        ("BST", "BD"): "+06:00",
        ("GST", "AE"): "+04:00",
    }
)
"""Zones whose abbreviation means one thing in one country (ISO 3166-1 alpha-2)."""

# Words that stand where a zone stands and are none.
NO_ZONES = (
    "Time",
    "local time",
    "Local Time",
    "local",
    "Ortszeit",
    "heure locale",
    "hora local",
    "ora locale",
)


def zone_of(printed: str, countries: tuple[str, ...] = (), language: str = "") -> str:
    """Return the zone (IANA name or offset) that `printed` means for sure, or an empty string."""
    known = ZONES.get(printed)
    if known:
        return known
    _, _, region = language.partition("-")
    where = {*countries} or {region.upper()}
    return BY_COUNTRY.get((printed, where.pop()), "") if len(where) == 1 else ""
