"""Editorial rules: what a desk would send back."""

RULES = (
    "placeholder_text",
    "time_without_zone",
)
"""Modules of this folder, in the order users see them."""
