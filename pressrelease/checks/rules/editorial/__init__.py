"""Editorial rules: what a desk would send back."""

RULES = (
    "placeholder_text",
    "time_without_zone",
    "excuse_without_reason",
    "excuse_unused",
)
"""Modules of this folder, in the order users see them."""
