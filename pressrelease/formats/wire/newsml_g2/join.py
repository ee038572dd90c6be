"""News items put together as one news message, lazily."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml import etree
from markupsafe import escape

from pressrelease.envelope import moment
from pressrelease.errors import Problem
from pressrelease.formats.registry import Job, Unwritable
from pressrelease.markup.xml import xml_tree

NAR = "http://iptc.org/std/nar/2006-10-01/"
"""Namespace of NewsML-G2, all versions."""
MESSAGE_TYPE = "application/vnd.iptc.g2.newsmessage+xml"
"""Media type of a news message."""
_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]{0,200}?\?>\s*")
_MESSAGE = re.compile(rb"<(?:[\w.-]+:)?newsMessage[\s>]")


def join(documents: Iterable[bytes], job: Job) -> Iterator[bytes]:
    """Yield a news message with the items that `documents` (in UTF-8) hold; raise Unwritable where there is none."""
    every = iter(documents)
    first = next(every, None)
    if first is None:
        raise Unwritable(Problem("a news message without an item", expected="at least one release"))
    yield opening(job)
    for document in itertools.chain((first,), every):
        yield from _items(document)
    yield b"</itemSet>\n</newsMessage>\n"


def opening(job: Job, priority: int | None = None) -> bytes:
    """Return the beginning of a message up to its items: who sends it, and when."""
    sender = sender_of(job)
    now = job.now.astimezone(dt.UTC)
    name = f"tag:{sender},{now:%Y-%m-%d}:message:{now:%H%M%S%f}" if "." in sender else ""
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<newsMessage xmlns="{NAR}">',
        "<header>",
        f"<sent>{moment(job.now)}</sent>",
        f"<sender>{escape(sender)}</sender>" if sender else "",
        f"<transmitId>{escape(name)}</transmitId>" if name else "",
        f"<priority>{priority}</priority>" if priority else "",
        "<origin>pressrelease</origin>",
        "</header>",
        "<itemSet>",
    )
    return "".join(f"{line}\n" for line in lines if line).encode("utf-8")


def sender_of(job: Job) -> str:
    """Return who sends: the domain of the newsroom, else its publisher; empty without a newsroom."""
    if job.newsroom is None:
        return ""
    try:
        host = urlsplit(job.newsroom.base_url).hostname or ""
    except ValueError:
        host = ""
    return host or job.newsroom.publisher.title


def _items(document: bytes) -> Iterator[bytes]:
    """Yield the items of a document as they stand in a message: itself, or what stands in the message it is."""
    declared = _DECLARATION.match(document)
    body = document[declared.end() :] if declared else document
    if not _MESSAGE.match(body):
        yield body
        return
    for item in xml_tree(document).iterfind("{*}itemSet/*"):
        yield bytes(etree.tostring(item, encoding="UTF-8", xml_declaration=False, with_tail=False)) + b"\n"
