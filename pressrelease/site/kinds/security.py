"""`.well-known/security.txt` (RFC 9116), where `[security]` names a contact and a day on which that expires."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pressrelease.errors import Problem
from pressrelease.files import FileProblem
from pressrelease.findings import Finding, Where
from pressrelease.newsroom import FILE_NAME
from pressrelease.site.addresses import at_host
from pressrelease.site.desk import Desk
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site

PATH = ".well-known/security.txt"
SOON = dt.timedelta(days=30)
"""So long before it expires somebody is told."""


def of_site(site: Site) -> Iterator[Output]:
    """Yield the file; raise FileProblem where it has expired: who reports a fault would be told not to trust it."""
    told = site.newsroom.security
    if told is None:
        return
    if told.expires <= site.now:
        assert site.newsroom.root is not None
        raise FileProblem(
            Problem(
                "security.txt has expired",
                Where(str(site.newsroom.root / FILE_NAME), field="security.expires"),
                told.expires.isoformat(),
                f"a moment after {site.now.isoformat()}",
                "see whether the contacts still hold, then set a later `expires` (RFC 9116 advises less than a year)",
            )
        )
    canonical = at_host(site.newsroom, PATH)
    fields = [
        *(("Contact", contact) for contact in told.contacts),
        ("Expires", told.expires.isoformat(timespec="seconds")),
        *(("Encryption", key) for key in told.encryption),
        ("Acknowledgments", told.acknowledgments),
        ("Preferred-Languages", ", ".join(told.languages)),
        ("Canonical", canonical if canonical.startswith("https://") else ""),
        ("Policy", told.policy),
    ]
    yield Output(PATH, "security", (tuple((name, value) for name, value in fields if value),))


def findings(site: Site) -> Iterator[Finding]:
    """Yield a warning where the file expires soon: from then on no build would be made."""
    told = site.newsroom.security
    if told is not None and told.expires - site.now <= SOON:
        assert site.newsroom.root is not None
        yield Finding(
            "security-expires",
            "warning",
            f"security.txt expires on {told.expires.date()}; from then on nothing is built",
            Where(str(site.newsroom.root / FILE_NAME), field="security.expires"),
            "see whether the contacts still hold, then set a later `expires`",
        )


def make(output: Output, desk: Desk) -> bytes:
    """Fill its template."""
    return desk.templates.render("site/security.txt", "text", fields=output.inputs[0]).encode()


KINDS = (
    Kind(
        "security",
        "security",
        ("security.txt", "security.txt"),
        make,
        of_site=of_site,
        findings=findings,
        templates=("site/security.txt",),
    ),
)
