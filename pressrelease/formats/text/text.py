"""Plain text of any house: one reader, by structure."""

from __future__ import annotations

import re

from pressrelease.formats.registry import Format, Head
from pressrelease.formats.text.text_read import read_text

_MARKUP = re.compile(r"\s*(?:<[!?a-zA-Z/]|[{\[]\s*[\"\]}{\[]|---[ \t]*\r?\n|\+\+\+[ \t]*\r?\n|%YAML)")
_HEADING = re.compile(r"^(?:#{1,6} \S|\[[^\]\n]+\]\([^)\n]+\))", re.M)
_FIELDS = re.compile(r"^[a-z_]{2,30}:(?: |$)", re.M)
_SURE = re.compile(
    r"(?i)for immediate release|pressemitteilung|communiqué de presse|sperrfrist|embargo|\(ots\)|"
    r"/prnewswire/|business wire|globenewswire|^###$|\d{1,2}\.\d{1,2}\.\d{4}",
    re.M,
)


def recognise(head: Head) -> float:
    """Return how sure it is that this is plain text: never surer than a format with a syntax."""
    if b"\0" in head.data[:4096] and head.data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return 0.0
    text = head.text
    if _MARKUP.match(text) or not text.strip():
        return 0.0
    if _FIELDS.match(text.lstrip()) and len(_FIELDS.findall(text)) >= 2:
        return 0.05
    if _HEADING.search(text):
        return 0.1
    return 0.45 if _SURE.search(text) else 0.3


TEXT = Format(
    name="text",
    title="Text of agencies and mails",
    group="text",
    media_type="text/plain",
    suffixes=(".txt",),
    recognise=recognise,
    read=read_text,
)
FORMATS = (TEXT,)
