"""Many messages in one stream, taken apart as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressrelease.errors import Problem
from pressrelease.formats.registry import MAX_BYTES, Job, Unreadable

SOH, STX, ETX, EOT, DEL = "\x01", "\x02", "\x03", "\x04", "\x7f"
_FILLER = b"\x00\x07\x16\x7f \t\r\n\x0c"


def stories(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield each message of a stream, from its start of header to the next one's; holds one at a time.

    What stands before the first is a message of its own where it is more than filler.
    Raises Unreadable for a message that is larger than any release.
    """
    held = bytearray()
    for chunk in chunks:
        *ended, rest = chunk.split(b"\x01")
        for part in ended:
            held += part
            if held.strip(_FILLER + b"\x01"):
                yield bytes(held)
            held = bytearray(b"\x01")
        held += rest
        if len(held) > MAX_BYTES:
            raise Unreadable(Problem("a message without an end", expected=f"at most {MAX_BYTES:,} bytes"))
    if held.strip(_FILLER + b"\x01"):
        yield bytes(held)


def joined(documents: Iterable[bytes], job: Job) -> Iterator[bytes]:
    """Yield messages one after the other: each has its own beginning and end."""
    yield from documents
