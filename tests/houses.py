"""Newsrooms for the tests of notices."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pressrelease as pr

TODAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
PUBLISHER: dict[str, Any] = {
    "legal_name": "Hafen GmbH",
    "address": {"street": "Kai 1", "postcode": "20457", "city": "Hamburg"},
    "emails": ["presse@hafen.example"],
    "phones": [{"number": "+49 40 123"}],
    "register_entry": "HRB 1, Amtsgericht Hamburg",
    "vat_id": "DE123",
}
IMPRINT: dict[str, Any] = {
    "jurisdiction": "DE",
    "form": "GmbH",
    "when": ["business", "editorial"],
    "representatives": ["Ada Byron"],
    "responsible": [{"name": "Bert Quay", "at_publisher": True, "conditions_confirmed": True}],
}


def house(*, publisher: dict[str, Any] | None = None, language: str = "de", **imprint: Any) -> pr.Newsroom:
    """Return a newsroom whose publisher and imprint differ from the usual ones in what is given."""
    return pr.Newsroom(
        title="Hafen",
        base_url="https://hafen.example/",
        language=language,
        time_zone="Europe/Berlin",
        publisher={**PUBLISHER, **(publisher or {})},
        imprint={**IMPRINT, **imprint},
    )
