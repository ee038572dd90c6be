"""Imprint, liability and disclosure notices by jurisdiction and date. It informs and is no legal advice.

Profiles are data (`profiles/*.toml`); the look-up is by day, never the newest. Two clocks: a notice inside a dated
release is judged by the law of its publication date, a live page by the law of now.
"""

from pressrelease.notices.clocks import Fault, Standing, faults, fulfilled, law_day, standings
from pressrelease.notices.due import (
    Due,
    Missing,
    conditions,
    current,
    day_of,
    due,
    mail_footer,
)
from pressrelease.notices.facts import InvalidNotices
from pressrelease.notices.law import norm, norms
from pressrelease.notices.printing import Shown, for_print, printed
from pressrelease.notices.profile import (
    InvalidProfile,
    Profile,
    UnknownJurisdiction,
    UnknownProfile,
    jurisdictions,
    profile,
    profiles,
)
from pressrelease.notices.references import Cited, Reference, Span, cited, reference, references

__all__ = [
    "Cited",
    "Due",
    "Fault",
    "InvalidNotices",
    "InvalidProfile",
    "Missing",
    "Profile",
    "Reference",
    "Shown",
    "Span",
    "Standing",
    "UnknownJurisdiction",
    "UnknownProfile",
    "cited",
    "conditions",
    "current",
    "day_of",
    "due",
    "faults",
    "for_print",
    "fulfilled",
    "jurisdictions",
    "law_day",
    "mail_footer",
    "norm",
    "norms",
    "printed",
    "profile",
    "profiles",
    "reference",
    "references",
    "standings",
]
