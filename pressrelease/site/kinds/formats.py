"""Each release in the formats that the house offers (`[site] formats`)."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.formats.registry import Format
from pressrelease.formats.verbs import write
from pressrelease.site.desk import Desk
from pressrelease.site.output import Kind, Output, Taken
from pressrelease.site.plan import Site
from pressrelease.site.settings import WITHOUT_LOOK
from pressrelease.site.summary import Summary


def offered(site: Site) -> tuple[Format, ...]:
    """Return the formats that the house offers of each release; they were checked when the build began."""
    return site.shared(_offered)


def _offered(site: Site) -> tuple[Format, ...]:
    found = (site.registry.get(name) for name in site.newsroom.site.formats)
    return tuple(f for f in found if isinstance(f, Format))


def format_path(s: Summary, fmt: Format) -> str:
    """Return where `s` lies in `fmt`."""
    return f"{s.folder}/{s.name}{fmt.suffixes[0]}"


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield the files of `s` in other formats; a withdrawn release has none."""
    if s.life.was_withdrawn(site.now):
        return
    for fmt in offered(site):
        # Only pages show the house's colours.
        look = site.newsroom.theme if fmt.group == "web" else None
        yield Output(
            format_path(s, fmt),
            "format",
            (fmt.name, look),
            releases=(site.take(s),),
            templates=(fmt.template,) if fmt.template else (),
        )


def make(output: Output, desk: Desk) -> bytes:
    """Write a release in a format, dated by the release."""
    return written(output.releases[0], output.inputs[0], desk)


def written(taken: Taken, name: str, desk: Desk) -> bytes:
    """Return `taken` in the format `name`."""
    return write(
        desk.shown(taken),
        name,
        newsroom=desk.newsroom,
        now=taken.as_of,
        templates=desk.templates,
        registry=desk.registry,
    ).body


KINDS = (
    Kind(
        "format",
        "pages",
        ("file in another format", "files in other formats"),
        make,
        of_release=of_release,
        settings=WITHOUT_LOOK,
    ),
)
