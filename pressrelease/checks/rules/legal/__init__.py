"""Legal rules: who answers for a release, under which norm, and what must be said.

They inform; none is legal advice.
"""

RULES: tuple[str, ...] = ("notice_unconfirmed",)
"""Modules of this folder, in the order users see them."""
