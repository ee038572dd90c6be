"""Judge a release before it leaves: rules in three groups, profiles of wires, reports.

Findings inform; none is legal advice.
"""

from pressrelease.checks.case import Case
from pressrelease.checks.fix import fixed
from pressrelease.checks.page import InvalidPage, Page
from pressrelease.checks.passages import Passage, Spot, Texts
from pressrelease.checks.profile import Profile, UnknownProfile, profile, profiles
from pressrelease.checks.registry import DEFAULT, Rules, UnknownRule
from pressrelease.checks.rule import Hit, InvalidRule, Rule
from pressrelease.checks.verb import Judgment, check, gate, judged, weighs

__all__ = [
    "DEFAULT",
    "Case",
    "Hit",
    "InvalidPage",
    "InvalidRule",
    "Judgment",
    "Page",
    "Passage",
    "Profile",
    "Rule",
    "Rules",
    "Spot",
    "Texts",
    "UnknownProfile",
    "UnknownRule",
    "check",
    "fixed",
    "gate",
    "judged",
    "profile",
    "profiles",
    "weighs",
]
