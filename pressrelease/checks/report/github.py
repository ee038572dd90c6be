"""Findings as annotations of GitHub Actions: workflow commands, a line each."""

from __future__ import annotations

from pressrelease.checks.report.account import Account
from pressrelease.findings import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def github(account: Account) -> str:
    """Return a line `::error file=…,line=…::message` for each finding; what is excused is left out."""
    return "\n".join(_command(account, finding) for finding in account.findings)


def _command(account: Account, finding: Finding) -> str:
    where = finding.where
    told: dict[str, object] = {"file": where.file, "line": where.line, "col": where.column}
    end = account.ends(finding)
    if end is not None:
        told |= {"endLine": end[0], "endColumn": end[1]}
    told["title"] = finding.code
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in told.items() if value)
    text = "\n".join(filter(None, (finding.message, finding.fix)))
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
