"""YAML with the model's field names: lossless, for people to write."""

from __future__ import annotations

import re

from pressrelease.fields import release_from_fields
from pressrelease.fields.names import normal, target, understood
from pressrelease.formats.registry import Format, Head, Job, Reading, Source, Written
from pressrelease.formats.source._fields import placed, readable_fields
from pressrelease.markup.markdown import story_from_markdown
from pressrelease.markup.yaml import load_yaml
from pressrelease.markup.yaml_write import dump_yaml
from pressrelease.model import Release

_KEY = re.compile(r"([A-Za-z_][\w -]{0,40}):(?:\s|$)")


def _recognise(head: Head) -> float:
    lines = [line for line in head.text.splitlines() if line.strip()]
    fenced = bool(lines) and lines[0].rstrip() == "---"
    if fenced:
        lines = lines[1:]
    whole = lines[:-1] or lines if head.cut else lines  # the last line of a head may be half of one
    top = [line for line in whole if not line.startswith((" ", "#", "- ", "\t"))]
    keys = [match.group(1) for line in top if (match := _KEY.match(line))]
    if not keys or len(keys) < len(top) - ("..." in top):
        return 0.0
    known = [key for key in keys if understood(key)]
    if not any(target(Release, key) == "headline" for key in keys):
        return 0.2 if len(known) > 1 else 0.0
    if fenced and head.cut:
        return 0.6  # front matter begins like this too
    return 0.85 if any(normal(k) in ("headline", "story") for k in keys) else 0.75


def _read(source: Source) -> Reading:
    text, findings = source.text()
    loaded = load_yaml(text)
    release, more = release_from_fields(
        loaded.data, lines=loaded.lines, newsroom=source.newsroom, text=story_from_markdown
    )
    return Reading(release, findings=placed((*findings, *loaded.findings, *more), source.file))


def _write(release: Release, job: Job) -> Written:
    return Written(dump_yaml(readable_fields(release)))


YAML = Format(
    name="yaml",
    title="YAML",
    group="source",
    media_type="application/yaml",
    suffixes=(".yaml", ".yml"),
    recognise=_recognise,
    read=_read,
    write=_write,
)
FORMATS = (YAML,)
