"""The gate that a newsroom sets (`[check] gate`): a public release with a finding as severe stops the build.

It makes no file. Each release is judged as of its own moment: a verdict stands until its text or a setting changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.errors import PressReleaseError, Problem
from pressrelease.files import data_of
from pressrelease.formats.registry import Source
from pressrelease.site.desk import Desk
from pressrelease.site.output import Files, Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.settings import OF_A_RELEASE
from pressrelease.site.summary import Summary


class GateClosed(PressReleaseError):
    """Public releases with findings that the newsroom does not let through."""


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield the verdict on `s`, where the newsroom has a gate; what is withdrawn goes through."""
    root = site.newsroom.root
    if not site.newsroom.check.gate or s.life.was_withdrawn(site.now) or root is None:
        return
    others = (*site.kin(s), *site.history.get((s.family, s.language), ()))
    taken = tuple(site.take(other) for other in others)
    yield Output(
        f"{s.folder}/gate/",
        "gate",
        releases=(site.take(s), *taken),
        source=root / s.source,
        source_digest=s.digest,
    )


def make(output: Output, desk: Desk) -> Files:
    """Judge a release; raise GateClosed with what stops it."""
    from pressrelease.checks import gate  # noqa: PLC0415 - most houses have none, and the rules take long to load

    release, *others = (desk.reader.as_written(taken) for taken in output.releases)
    assert output.source is not None
    source = Source(data_of(output.source), file=str(output.source))
    found = gate(release, desk.newsroom, source=source, others=others, now=output.releases[0].as_of)
    if found:
        raise GateClosed(*(Problem(f.message, f.where, advice=f.fix or f"[{f.code}]") for f in found))
    return ()


KINDS = (
    Kind("gate", "", ("verdict", "verdicts"), make, of_release=of_release, settings=(*OF_A_RELEASE, "check")),
)
