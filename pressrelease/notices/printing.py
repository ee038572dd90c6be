"""Notices on their own: as HTML, as text, as one block for a wire; each by its template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressrelease.newsroom import Newsroom
from pressrelease.notices.due import Due
from pressrelease.templating import Syntax, Templates
from pressrelease.wording import notice_lines

Form: TypeAlias = Literal["html", "text", "wire"]
_TEMPLATES: dict[Form, tuple[str, Syntax]] = {
    "html": ("notices/notices.html", "html"),
    "text": ("notices/notices.txt", "text"),
    "wire": ("notices/wire.txt", "text"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice as a template sees it."""

    id: str
    kind: str
    language: str
    heading: str
    paragraphs: tuple[str, ...]


def printed(
    dues: Iterable[Due], form: Form, *, newsroom: Newsroom | None = None, templates: Templates | None = None
) -> str:
    """Return those of `dues` that are for print, set by the template of `form`; raise TemplateError.

    The newsroom's own `templates/notices/` come first.
    """
    name, syntax = _TEMPLATES[form]
    return (templates or Templates(newsroom=newsroom)).render(name, syntax, notices=for_print(dues))


def for_print(dues: Iterable[Due]) -> tuple[Shown, ...]:
    """Return those of `dues` that are for print, as a template sees them."""
    return tuple(_shown(d) for d in dues if d.printed)


def _shown(due: Due) -> Shown:
    assert due.notice is not None
    lines = notice_lines(due.notice, None, due.language)
    return Shown(due.profile.id, due.profile.kind, due.language, due.notice.heading, lines)
