"""Each rule's page is true: its example fires, what to use instead does not."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

import pressrelease as pr
from pressrelease.checks import Rule, Rules, check
from pressrelease.checks.registry import GROUPS

RULES = list(Rules(others=False))
HOUSE = 'title = "News"\nbase_url = "https://example.org/"\n[publisher]\nname = "Example Corp"\n'
NOW = "2026-11-25T12:00Z"


def found(rule: Rule, text: str) -> list[str]:
    """Return what `rule` finds in the release `text`, judged as its page says."""
    page = rule.page
    house = pr.Newsroom.parse(page.newsroom or HOUSE)
    release = pr.parse(text, "markdown", newsroom=house)
    others = [pr.parse(other, "markdown", newsroom=house) for other in page.others]
    findings = check(
        release,
        newsroom=house.changed(check=house.check.changed(on=(*house.check.on, rule.id))),
        source=text,
        others=others,
        profile=page.profile or None,
        now=dt.datetime.fromisoformat(page.now or NOW),
        rules=Rules(others=False),
    )
    return [str(finding) for finding in findings if finding.code == rule.id]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_the_example_of_a_page_fires(rule: Rule) -> None:
    assert found(rule, rule.page.example)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_what_a_page_says_to_use_instead_does_not_fire(rule: Rule) -> None:
    assert found(rule, rule.page.instead) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_is_named_by_its_file_and_grouped_by_its_folder(rule: Rule) -> None:
    file = Path(sys.modules[rule.run.__module__].__file__ or "")
    assert (file.stem, file.parent.name) == (rule.id.replace("-", "_"), rule.group)


def test_every_file_of_a_group_is_among_its_rules_once() -> None:
    for group in GROUPS:
        package = sys.modules[f"pressrelease.checks.rules.{group}"]
        folder = Path(package.__file__ or "").parent
        files = [file.stem for file in folder.glob("[!_]*.py")]
        assert sorted(package.RULES) == sorted(files)
