"""What the imprint of a release shows of the house behind it, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.model import Organisation
from pressrelease.notices import Missing


def missing(case: Case, *facts: str) -> Iterator[Missing]:
    """Yield those of `facts` that the law of the day wants in the imprint and nobody told, each once.

    Only duties that were read in a law or that the house confirmed are counted.
    """
    told: set[str] = set()
    for one in case.due:
        if one.profile.kind != "provider" or not one.binds:
            continue
        for fact in one.missing:
            if fact.fact in facts and fact.fact not in told:
                told.add(fact.fact)
                yield fact


def shown_provider(case: Case) -> Organisation | None:
    """Return the house of an imprint that the release shows as fields; None where a law's profile judges it.

    An imprint in words of its own cannot be taken apart: it is not judged.
    """
    notice = next((n for n in case.release.notices if n.kind == "provider"), None)
    if notice is None or notice.text or any(one.profile.kind == "provider" for one in case.due):
        return None
    return case.release.provider
