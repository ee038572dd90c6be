"""What a reader of marked-up text left out, said in findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from pressrelease.findings import Finding

_ADVICE = {
    "html-dropped": "{count} {what} {was} left out",
    "html-hidden": "{count} hidden {what} {was} left out",
    "html-too-deep": "{count} elements were nested too deeply and flattened",
    "link-dropped": "{count} link{s} to {what} became {its} words",
    "image-dropped": "{count} picture{s} without an address to keep {was} left out ({what})",
}


def told(seen: Mapping[tuple[str, str, str], int]) -> tuple[Finding, ...]:
    """Return what was left out, `seen` by (code, severity, what), as findings."""
    return tuple(_told(seen)) if seen else ()


def _told(seen: Mapping[tuple[str, str, str], int]) -> Iterator[Finding]:
    """Say what was left out, one finding a kind; of links and pictures the first of each address, at most ten."""
    several: Counter[str] = Counter()
    for (code, severity, what), count in seen.items():
        several[code] += 1
        if several[code] > 10:
            continue
        many = count > 1
        message = _ADVICE[code].format(
            count=count,
            what=f'"{what}"' if code in ("link-dropped", "image-dropped") else f"{what} element" + "s" * many,
            s="s" * many,
            was="were" if many else "was",
            its="their" if many else "its",
        )
        yield Finding(code, "info" if severity == "info" else "warning", message)
