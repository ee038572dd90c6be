"""Legal rules: who answers for a release, under which norm, and what must be said.

They inform; none is legal advice.
"""

RULES: tuple[str, ...] = (
    "superseded_citation",
    "citation_not_yet",
    "citation_wrong_subject",
    "dead_regime_text",
    "responsible_missing",
    "responsible_unclear",
    "responsible_address",
    "responsible_conditions",
    "provider_address",
    "provider_register",
    "contact_channel",
    "liability_overreach",
    "liability_on_person",
    "paid_label",
    "source_and_licence",
    "jurisdiction_undeclared",
    "innocence_wording",
    "ai_disclosure",
    "personal_data",
    "notice_facts_missing",
    "forward_looking_without_notice",
    "forward_looking_generic",
    "forward_looking_out_of_scope",
    "inside_information_fields",
    "inside_information_under_embargo",
    "exchange_line",
    "ticker_form",
    "non_gaap_or_promotion",
    "notice_unconfirmed",
    "notice_profile_old",
)
"""Modules of this folder, in the order users see them."""
