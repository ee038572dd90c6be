"""Imprint, liability and disclosure notices by jurisdiction and date. It informs and is no legal advice.

Profiles are data (`profiles/*.toml`); the look-up is by day, never the newest. Two clocks: a notice inside a dated
release is judged by the law of its publication date, a live page by the law of now.
"""

from pressrelease.notices.due import (
    Due,
    InvalidNotices,
    Missing,
    conditions,
    current,
    day_of,
    due,
    mail_footer,
)
from pressrelease.notices.law import norm, norms
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
    "InvalidNotices",
    "InvalidProfile",
    "Missing",
    "Profile",
    "Reference",
    "Span",
    "UnknownJurisdiction",
    "UnknownProfile",
    "cited",
    "conditions",
    "current",
    "day_of",
    "due",
    "jurisdictions",
    "mail_footer",
    "norm",
    "norms",
    "profile",
    "profiles",
    "reference",
    "references",
]
