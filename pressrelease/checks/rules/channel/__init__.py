"""Channel rules: what a wire, a feed or a page cannot take."""

RULES: tuple[str, ...] = ()
"""Modules of this folder, in the order users see them."""
