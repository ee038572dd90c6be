"""Plain text for people: wrapped lines, and charsets narrower than Unicode."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from pressrelease.errors import Problem, shown
from pressrelease.findings import Loss
from pressrelease.formats.losses import leaves
from pressrelease.formats.registry import Format, Job, Unwritable, Written
from pressrelease.formats.text.writing import COMMON, House, write_text
from pressrelease.markup.degrade import degraded
from pressrelease.model import Release
from pressrelease.story import Story

HOUSE = House(format="plain", template="text/plain.txt", beside=True)


@dataclass(frozen=True, slots=True)
class PlainOptions:
    """How plain text is set."""

    width: int = 72
    """Columns at which lines are wrapped; 0: not at all."""
    charset: str = "utf-8"
    """Name of the encoding; what it lacks is written otherwise, each replacement a loss."""
    newline: str = "\n"
    """Line end: LF or CRLF."""

    def __post_init__(self) -> None:
        if type(self.width) is not int or not (self.width == 0 or 20 <= self.width <= 999):
            raise ValueError("width is 0, or 20 to 999 columns")
        if self.newline not in ("\n", "\r\n"):
            raise ValueError("newline is LF or CRLF")
        try:
            "press release".encode(self.charset)
            name = codecs.lookup(self.charset).name
        except (LookupError, UnicodeError, TypeError):
            raise ValueError(f"no such charset: {shown(self.charset)}") from None
        if name.startswith("utf-") and name not in ("utf-8", "utf-8-sig"):
            raise ValueError("charset is UTF-8 or one of single bytes")


def write(release: Release, job: Job) -> Written:
    """Return `release` as readable text. Raises Unwritable where the charset cannot be used."""
    options = job.options if isinstance(job.options, PlainOptions) else PlainOptions()
    made = write_text(release, job, HOUSE, options.width)
    assert isinstance(made.body, str)
    try:
        body, replaced = degraded(made.body, options.charset, release.language)
        body.encode(options.charset)
    except (LookupError, UnicodeError) as error:
        raise Unwritable(
            Problem("charset cannot be used", found=shown(options.charset), advice=str(error))
        ) from None
    if options.newline != "\n":
        body = body.replace("\n", options.newline)
    losses = (*made.losses, *_losses(release, options.charset, replaced))
    return Written(body, losses, options.charset)


def _losses(release: Release, charset: str, replaced: dict[str, str]) -> list[Loss]:
    found = []
    words = [(path, v.text if isinstance(v, Story) else v) for path, v in leaves(release)]
    for old, new in replaced.items():
        path = next((p for p, text in words if isinstance(text, str) and old in text), "headline")
        found.append(Loss(path, f"{charset} has no {shown(old)}", new))
    return found


PLAIN = Format(
    name="plain",
    title="Plain text",
    group="text",
    media_type="text/plain",
    suffixes=(".plain.txt", ".txt"),
    template=HOUSE.template,
    write=write,
    cannot_carry={**COMMON},
    options=PlainOptions,
)
FORMATS = (PLAIN,)
