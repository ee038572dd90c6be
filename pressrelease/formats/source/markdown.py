"""Markdown with front matter: lossless, the source most people write.

The front matter holds everything but the story. A body that opens with the dateline says it once; a title `# …` that
is the headline is the headline.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from pressrelease.characters import one_line
from pressrelease.fields import headline_in, release_from_fields
from pressrelease.fields.names import understood
from pressrelease.findings import Finding
from pressrelease.formats.registry import Format, Head, Job, Reading, Source, Written
from pressrelease.formats.source._fields import placed, readable_fields
from pressrelease.formats.source._leads import frames, guarded, held_back, settled_lead
from pressrelease.markup.frontmatter import Front, front_matter
from pressrelease.markup.markdown import markdown_from_story, story_from_markdown
from pressrelease.markup.yaml_write import dump_yaml
from pressrelease.model import Release
from pressrelease.story import Story

_TITLE = re.compile(r"\s*(?:# +(?P<hash>[^\n]+?)[ #]*|(?P<line>[^\n#>\s-][^\n]*)\n=+[ \t]*)(?:\n|\Z)")
_PARAGRAPH = re.compile(r"\s*((?![#=])\S[^\n]{0,400})\n[ \t]*\n")
_MOST_FRAMES = 6
_LONGEST_REMEMBERED = 4000
_NAME = re.compile(r"^[\"']?([A-Za-z][\w -]{0,40}?)[\"']?\s*[:=]", re.M)


def _recognise(head: Head) -> float:
    text = head.text.lstrip()
    if text.startswith(("---\n", "---\r\n", "---  ", "+++\n", "+++\r\n")):
        fence = text[:3]
        inner, end, _ = text[3:].partition(f"\n{fence}")
        if not any(understood(name[1]) for name in _NAME.finditer(inner)):
            return 0.0
        return 0.95 if end else 0.9 * head.cut
    if _TITLE.match(text, _framed(text)):
        return 0.5
    if re.match(r"title:[ \t]*\S", text, re.I):
        meta, end, rest = text.partition("\n\n")
        names = _NAME.findall(meta)
        if end and len(names) == len(meta.splitlines()) and rest.strip() and not _NAME.match(rest.lstrip()):
            return 0.8 if sum(map(understood, names)) > 1 else 0.3
    return 0.0


def _read(source: Source) -> Reading:
    text, findings = source.text()
    front = front_matter(text)
    data, body = _titled(front)
    story, noticed = story_from_markdown(body)
    release, more = release_from_fields(
        data,
        lines=front.lines,
        body=story if story else None,
        newsroom=source.newsroom,
        text=_field_story,
    )
    release, held = held_back(release, body, source.newsroom.time_zone if source.newsroom else "")
    found = placed((*findings, *front.findings, *noticed, *more, *held), source.file)
    return Reading(settled_lead(release, body), findings=found)


def _field_story(text: str) -> tuple[Story, tuple[Finding, ...]]:
    """Return a story among the fields; a boilerplate is the same in release after release, and read once."""
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else story_from_markdown(text)


@functools.lru_cache(maxsize=64)
def _remembered(text: str) -> tuple[Story, tuple[Finding, ...]]:
    return story_from_markdown(text)


def _titled(front: Front) -> tuple[dict[Any, Any], str]:
    """Return fields and body; a title that opens the body is the headline, and stands in the body no more.

    Above it may stand what frames a release: marks, and a line that holds it.
    """
    data = dict(front.data)
    start = _framed(front.body)
    match = _TITLE.match(front.body, start)
    if not match:
        return data, front.body
    title = story_from_markdown(f"# {match['hash'] or match['line']}")[0].text
    headline = headline_in(data)
    if headline is None and title:
        data["headline"] = title
    elif headline is None or one_line(headline) != title:
        return data, front.body
    return data, front.body[:start] + front.body[match.end() :]


def _framed(body: str) -> int:
    """Return where the lines end that frame a release at the opening of its Markdown."""
    at = 0
    for _ in range(_MOST_FRAMES):
        paragraph = _PARAGRAPH.match(body, at)
        if paragraph is None or not frames(paragraph[1].strip("*_>~ ")):
            break
        at = paragraph.end()
    return at


def _write(release: Release, job: Job) -> Written:
    fields = readable_fields(release)
    fields.pop("story", None)
    body = guarded(release, markdown_from_story(release.story))
    front = f"---\n{dump_yaml(fields)}---\n"
    return Written(f"{front}\n{body}" if body else front)


MARKDOWN = Format(
    name="markdown",
    title="Markdown",
    group="source",
    media_type="text/markdown",
    suffixes=(".md", ".markdown"),
    recognise=_recognise,
    read=_read,
    write=_write,
)
FORMATS = (MARKDOWN,)
