"""What of a release the public may read: nothing that is for editors only, in any format."""

from __future__ import annotations

from pressrelease.model import Frozen, Release


def public_release(release: Release) -> Release:
    """Return `release` without what is for editors only: its note to them, their contacts, excuses for checks."""
    contacts = tuple(c for c in release.contacts if not c.for_editors)
    values = {"editor_note": "", "excuses": Frozen(), "contacts": contacts}
    changed = {name: value for name, value in values.items() if getattr(release, name) != value}
    return release.changed(**changed) if changed else release
