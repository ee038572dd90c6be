"""Somebody else's text without its source and without terms.

A service that prints what others send says whose words they are, who owns them and what may be done with them.
Otherwise it stands for all of it, and nobody who wants to print it knows whether they may.

Source: Directive 2001/29/EC, Art. 5(3)(c) (press use with the source named); § 13, § 63 UrhG (DE); docs/notices.md.

Example:

    ---
    headline: Harbour opens
    provider: {name: Example Newswire}
    ---
    The harbour opens on Monday.

Use instead:

    ---
    headline: Harbour opens
    provider: {name: Example Newswire}
    publisher: {name: Example Corp}
    rights: {holder: Example Corp, usage_terms: Free for editorial use.}
    ---
    The harbour opens on Monday.

Excuse it: where the service wrote the text itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule


def run(case: Case) -> Iterator[Hit]:
    """Yield what a release that a service distributes leaves out: its source, its owner, its terms."""
    release = case.release
    provider, rights = release.provider, release.rights
    if provider is None and case.newsroom and "third-party" in case.conditions:
        provider = case.newsroom.publisher
    if provider is None or provider == release.publisher:
        return
    kinds = {notice.kind for notice in release.notices}
    missing = []
    if release.publisher is None and "origin" not in kinds:
        missing.append("whose text it is")
    if "copyright" not in kinds:
        if rights is None or not (rights.holder or rights.notice):
            missing.append("who owns it")
        if rights is None or not (rights.usage_terms or rights.licence or rights.notice):
            missing.append("what may be done with it")
    if missing:
        name = "legal_name" if provider.legal_name else "name"
        where = f"provider.{name}" if release.provider else "publisher"
        message = f"{provider.title} distributes this, and nothing says {', '.join(missing)}"
        yield Hit(message, where, fix="add `publisher` and `rights`")


RULE = Rule(id="source-and-licence", group="legal", severity="warning", run=run)
