"""Editorial rules: what a desk would send back."""

RULES = (
    "placeholder_text",
    "time_without_zone",
    "headline_length",
    "headline_agreement",
    "dateline_after_publication",
    "dateline_place",
    "weekday_and_date_disagree",
    "updated_missing",
    "relative_date",
    "embargo_past",
    "embargo_vague",
    "embargo_contradicts_text",
    "quote_without_speaker",
    "speaker_never_introduced",
    "unbalanced_quotation_marks",
    "mixed_quotation_marks",
    "attribution_inside_quotation",
    "excuse_without_reason",
    "excuse_unused",
)
"""Modules of this folder, in the order users see them."""
