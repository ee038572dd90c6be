"""Findings as text: for people, for programs, for code hosts. Pure functions of an `Account`."""

from collections.abc import Callable, Mapping

from pressrelease.checks.report.account import LEGAL, Account
from pressrelease.checks.report.explained import explained
from pressrelease.checks.report.github import github
from pressrelease.checks.report.json import json
from pressrelease.checks.report.sarif import sarif
from pressrelease.checks.report.terminal import closing, excerpt

REPORTS: Mapping[str, Callable[[Account], str]] = {"json": json, "sarif": sarif, "github": github}
"""Reports for programs, by name."""

__all__ = ["LEGAL", "REPORTS", "Account", "closing", "excerpt", "explained", "github", "json", "sarif"]
