"""What of a house and its releases the public may read: nothing that is for editors only, in any format."""

from __future__ import annotations

from pressrelease.model import Release
from pressrelease.newsroom import Newsroom


def public_house(newsroom: Newsroom) -> Newsroom:
    """Return `newsroom` without what is for editors only, so that it joins no release."""
    contacts = tuple(c for c in newsroom.contacts if not c.for_editors)
    return newsroom.model_copy(update={"editor_note": "", "contacts": contacts})


def public_release(release: Release) -> Release:
    """Return `release` without what is for editors only: its note to them, their contacts, excuses for checks."""
    contacts = tuple(c for c in release.contacts if not c.for_editors)
    values = {
        "editor_note": "",
        "excuses": type(release).model_fields["excuses"].get_default(),
        "contacts": contacts,
    }
    changed = {name: value for name, value in values.items() if getattr(release, name) != value}
    return release.changed(**changed) if changed else release
