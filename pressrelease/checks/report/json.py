"""Findings as one JSON object."""

from __future__ import annotations

import json as jsonlib
from dataclasses import asdict
from typing import Any

from pressrelease.checks.report.account import LEGAL, Account
from pressrelease.findings import Finding


def json(account: Account) -> str:
    """Return `{"findings": […], "excused": […], "counts": {…}, …}`; a finding's place is `null` where unknown."""
    return jsonlib.dumps(
        {
            "releases": account.releases,
            "counts": account.counts,
            "findings": [_finding(f) for f in account.findings],
            "excused": [{**_finding(f), "reason": reason} for f, reason in account.excused],
            "notice": LEGAL,
        },
        ensure_ascii=False,
        indent=2,
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "where": asdict(finding.where),
        "fix": finding.fix,
        "edit": asdict(finding.edit) if finding.edit else None,
    }
