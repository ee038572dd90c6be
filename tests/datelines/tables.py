"""The tables beside this file: datelines of the field with what they say, and openings that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pressrelease.model import Dateline

_HERE = Path(__file__).parent


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_HERE / name).read_text("utf-8").splitlines()]


LEADS = _rows("leads.jsonl")
LINES = _rows("lines.jsonl")
NEGATIVES = (_HERE / "negatives.txt").read_text("utf-8").splitlines()


def told(dateline: Dateline) -> dict[str, Any]:
    """Return what a dateline says in the words of the tables."""
    said: dict[str, Any] = {
        "places": [", ".join(filter(None, (p.name, p.region, p.country))) for p in dateline.places],
        "date": dateline.date and dateline.date.isoformat(),
        "time": dateline.time and dateline.time.isoformat(),
        "zone": dateline.zone,
        "zone_printed": dateline.zone_printed,
        "date_printed": dateline.date_printed,
        "credit": dateline.credit,
        "set_by": "its own layout" if dateline.layout else dateline.style,
    }
    return {name: value for name, value in said.items() if value}
