"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), as code hosts show them."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from pressrelease.checks.report.account import LEGAL, Account, placed
from pressrelease.checks.report.explained import explained
from pressrelease.checks.rule import Rule
from pressrelease.findings import Edit, Finding, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def sarif(account: Account) -> str:
    """Return a SARIF log with one run: every rule with its page, each finding with its place and edit.

    What is excused is a result that is suppressed, with the reason (3.35.8).
    """
    from importlib.metadata import version  # noqa: PLC0415 - reads the disk

    rules = list(account.rules)
    driver = {
        "name": "pressrelease",
        "semanticVersion": version("pressrelease"),
        "fullDescription": {"text": f"Checks of press releases. {LEGAL}"},
        "rules": [_rule(rule) for rule in rules],
    }
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    results = [_result(account, finding, reason, numbers) for finding, reason in account]
    _fingerprint(results)
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    page = explained(rule)
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.page.why},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"enabled": rule.on, "level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _result(account: Account, finding: Finding, reason: str, numbers: Mapping[str, int]) -> dict[str, Any]:
    text = account.sources.get(finding.where.file, "")
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in numbers:
        result["ruleIndex"] = numbers[finding.code]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}: {finding.fix}" if finding.fix else finding.message},
        "locations": [_location(account, finding)],
    }
    if finding.edit is not None and text:
        result["fixes"] = [_fix(finding, finding.edit, text)]
    if reason:
        result["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return result


def _location(account: Account, finding: Finding) -> dict[str, Any]:
    where = finding.where
    location: dict[str, Any] = {}
    if where.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(where.file)}}
        if where.line is not None:
            physical["region"] = {"startLine": where.line}
            end = account.ends(finding)
            if end is not None:
                told = {"startColumn": where.column, "endLine": end[0], "endColumn": end[1]}
                physical["region"].update(told)
        location["physicalLocation"] = physical
    if where.field:
        location["logicalLocations"] = [{"fullyQualifiedName": where.field, "kind": "member"}]
    return location


def _fix(finding: Finding, edit: Edit, text: str) -> dict[str, Any]:
    start, end = placed(text, edit.start), placed(text, edit.end)
    deleted = {"startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1]}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": edit.text}}
    change = {
        "artifactLocation": {"uri": _uri(finding.where.file)}, "replacements": [replacement],
    }  # fmt: skip
    return {"description": {"text": finding.fix or f"write “{edit.text}”"}, "artifactChanges": [change]}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _fingerprint(results: list[dict[str, Any]]) -> None:
    """Give each result what stays the same while lines move: rule, file, field, words, which of several."""
    seen: Counter[str] = Counter()
    for result in results:
        (location,) = result["locations"]
        file = location.get("physicalLocation", {}).get("artifactLocation", {})
        told = json.dumps([result["ruleId"], file, location.get("logicalLocations"), result["message"]])
        seen[told] += 1
        digest = hashlib.sha256(f"{told}{seen[told]}".encode()).hexdigest()
        result["partialFingerprints"] = {"pressrelease/v1": digest[:32]}
