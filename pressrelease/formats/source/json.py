"""JSON with the model's field names at the top level: lossless, strict. A stream of many is JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrelease.errors import Problem
from pressrelease.fields import fields_from_release, release_from_fields
from pressrelease.formats.registry import Format, Head, Job, Reading, Source, Unwritable, Written, decoded
from pressrelease.formats.source._fields import placed
from pressrelease.markup.json import load_json, names_at_top
from pressrelease.markup.json_lines import join_json, split_json
from pressrelease.markup.json_write import json_text
from pressrelease.markup.markdown import story_from_markdown
from pressrelease.model import Release


def _recognise(head: Head) -> float:
    text = head.text.lstrip(" \t\r\n\x1e[")  # a stream may be a list, or texts after record separators
    if not text.startswith("{"):
        return 0.0
    names = names_at_top(text)
    if names & _OTHERS:
        return 0.0
    if "headline" in names:
        return 0.9
    return 0.7 if "title" in names else 0.3


_OTHERS = frozenset(
    {
        "@context",
        "@type",
        "@graph",
        "$standard",
        "guid",
        "standard",
        "uri",
        "versionCreated",
        "versioncreated",
        "representationType",
        "representationtype",
        "feed_url",
        "home_page_url",
        "items",
    }
)
"""Names by which JSON-LD, ninjs and JSON Feed are known; no release has them."""


def _read(source: Source) -> Reading:
    # Control characters are not repaired here, as elsewhere: in JSON text they are errors (RFC 8259, section 7).
    text, findings = (
        (source.raw, ()) if isinstance(source.raw, str) else decoded(source.raw, source.file, source.charset)
    )
    loaded = load_json(text.removeprefix("\ufeff"))
    release, more = release_from_fields(
        loaded.data, lines=loaded.lines, newsroom=source.newsroom, text=story_from_markdown
    )
    return Reading(release, findings=placed((*findings, *loaded.findings, *more), source.file))


def _write(release: Release, job: Job) -> Written:
    try:
        body = json_text(fields_from_release(release))
    except ValueError as error:
        raise Unwritable(Problem("not data that JSON knows", advice=str(error))) from None
    return Written(body + "\n")


def _join(documents: Iterable[bytes], job: Job) -> Iterator[bytes]:
    return join_json(documents)


JSON = Format(
    name="json",
    title="JSON",
    group="source",
    media_type="application/json",
    suffixes=(".json",),
    recognise=_recognise,
    read=_read,
    write=_write,
    split=split_json,
    join=_join,
)
FORMATS = (JSON,)
