"""What Markdown and YAML share: stories among the fields are Markdown, where that says all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pressrelease.fields import fields_from_release
from pressrelease.findings import Finding
from pressrelease.markup.markdown import markdown_from_story, story_from_markdown
from pressrelease.model import Release
from pressrelease.story import Story


def readable_fields(release: Release) -> dict[str, Any]:
    """Return the fields of `release`, stories as Markdown for people to read, or as data where that is plainer."""
    fields = fields_from_release(release)
    if release.story:
        fields["story"] = _readable(release.story, fields["story"])
    for given, boilerplate in zip(fields.get("boilerplates", ()), release.boilerplates, strict=False):
        if boilerplate.story:
            given["story"] = _readable(boilerplate.story, given["story"])
    return fields


def placed(findings: Iterable[Finding], file: str) -> tuple[Finding, ...]:
    """Return findings that name the file they are about."""
    return tuple(f if f.where.file else replace(f, where=replace(f.where, file=file)) for f in findings)


def _readable(story: Story, data: Any) -> Any:
    text = markdown_from_story(story).removesuffix("\n")
    if "\n" in text:
        text += "\n"
    return text if "<" not in text and story_from_markdown(text)[0] == story else data
