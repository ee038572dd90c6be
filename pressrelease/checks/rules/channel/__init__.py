"""Channel rules: what a wire, a feed or a page cannot take."""

RULES: tuple[str, ...] = (
    "alt_text_missing",
    "asset_credit_missing",
    "rights_missing",
    "relative_link_in_feed",
    "dead_anchor",
    "weak_link_text",
    "links_per_words",
    "tracking_parameters",
    "insecure_link",
    "characters_a_channel_cannot_carry",
    "garbled_characters",
    "confusable_characters",
    "invisible_characters",
    "bidi_control",
    "notice_lost",
)
"""Modules of this folder, in the order users see them."""
