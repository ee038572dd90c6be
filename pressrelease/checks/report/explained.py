"""A rule's page, as `check --explain`, the docs and SARIF show it: Markdown that reads well as it is."""

from __future__ import annotations

from textwrap import indent

from pressrelease.checks.rule import Rule

_OFF = ", off unless a profile or newsroom turns it on"


def explained(rule: Rule) -> str:
    """Return the page of `rule`: what it finds and why, examples, options, when to excuse it."""
    page = rule.page
    parts = [
        f"# {rule.id}",
        f"{page.title}. ({rule.group}, {rule.severity}{_OFF if not rule.on else ''})",
        page.why,
        f"Source: {page.source}",
        *_context(rule),
        f"Example:\n\n{indent(page.example, '    ')}",
        f"Use instead:\n\n{indent(page.instead, '    ')}",
        f"`check --fix`: {page.fix}" if page.fix else "",
        f"Excuse it: {page.excuse}",
        _options(rule),
    ]
    return "\n\n".join(part.rstrip() for part in parts if part) + "\n"


def _context(rule: Rule) -> list[str]:
    page = rule.page
    told = [f"Profile: {page.profile}" if page.profile else "", f"Judged at {page.now}." if page.now else ""]
    told.append(f"With this newsroom.toml:\n\n{indent(page.newsroom, '    ')}" if page.newsroom else "")
    told += [f"Beside this release:\n\n{indent(other, '    ')}" for other in page.others]
    return told


def _options(rule: Rule) -> str:
    if not rule.options:
        return ""
    lines = [f"    {name} = {_toml(default)}" for name, default in rule.options.items()]
    return "\n".join(["Options and their defaults:", "", f"    [check.options.{rule.id}]", *lines])


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value) if isinstance(value, (int, float)) else f'"{value}"'
