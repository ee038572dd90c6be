"""Smaller copies of pictures, beside them, for pages to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pressrelease.findings import Finding, Where
from pressrelease.pictures import InvalidPicture, scaled
from pressrelease.site.beside import fault_of
from pressrelease.site.desk import Desk
from pressrelease.site.output import Files, Kind, Output
from pressrelease.site.pictures import local
from pressrelease.site.plan import Site


def of_site(site: Site) -> Iterator[Output]:
    """Yield the copies of every release's pictures: those of one file after each other."""
    found = [
        Output(path, "rendition", (width,), source=picture.source, source_digest=picture.digest)
        for s in site.shown
        for picture in local(site, s)
        if picture.shown
        for width, _, path in picture.shown.copies
    ]
    yield from sorted(found, key=lambda output: (output.source_digest, output.inputs, output.path))


def make(output: Output, desk: Desk) -> Files:
    """Give a copy, if it is smaller than its original; what cannot be decoded has none, and is told of."""
    assert output.source is not None
    try:
        body = _scaled(output.source, output.source_digest, output.inputs[0])
    except InvalidPicture as error:
        desk.told.append(_broken(output.source, fault_of(error)))
        return
    if body:
        yield "", body


@lru_cache(maxsize=4)
def _scaled(source: Path, digest: str, width: int) -> bytes:
    """Return a copy, empty where it would be no smaller; kept for the next release that shows the same picture."""
    original = source.read_bytes()
    body = scaled(original, width, file=str(source))
    return body if len(body) < len(original) else b""


def findings(site: Site) -> Iterator[Finding]:
    """Yield a warning for each file that is named as a picture and is none."""
    faults = {picture.source: picture.fault for s in site.shown for picture in local(site, s)}
    yield from (_broken(source, fault) for source, fault in faults.items() if fault)


def _broken(source: Path, fault: str) -> Finding:
    fix = "save it again as JPEG, PNG, WebP or SVG"
    return Finding("broken-picture", "warning", f"published as it is: {fault}", Where(str(source)), fix)


KINDS = (
    Kind(
        "rendition",
        "renditions",
        ("copy of a picture", "copies of pictures"),
        make,
        of_site=of_site,
        first=True,
        findings=findings,
        engines=("pillow",),
    ),
)
