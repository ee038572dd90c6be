"""What a writer is told: the format by its name, the moment, options, templates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeAlias

from pressrelease.errors import Problem, near, shown
from pressrelease.formats.registry import (
    AnyFormat,
    Collection,
    Format,
    Job,
    Registry,
    UnknownFormat,
    Unwritable,
)
from pressrelease.model import Release
from pressrelease.newsroom import Newsroom, utc_now
from pressrelease.notices import fulfilled
from pressrelease.templating import Templates

TemplateSource: TypeAlias = str | Path | Iterable[str | Path] | Templates | None


def writable(name: str, registry: Registry) -> Format:
    """Return the format `name`, which writes one release."""
    fmt = registry.get(name)
    if isinstance(fmt, Collection):
        raise UnknownFormat(
            Problem("a format for many releases", found=shown(name), advice="use `render_all` or `write_all`")
        )
    if fmt.write is None:
        raise UnknownFormat(
            Problem(
                "this format is read only",
                found=shown(name),
                advice=near(name, [f.name for f in registry if isinstance(f, Format) and f.write]),
            )
        )
    return fmt


def writable_many(name: str, registry: Registry) -> AnyFormat:
    """Return the format `name`, which writes many releases: a collection, or a format that joins its documents."""
    fmt = registry.get(name)
    if fmt.write_all is None if isinstance(fmt, Collection) else (fmt.write is None or fmt.join is None):
        raise UnknownFormat(
            Problem(
                "a format for one release",
                found=shown(name),
                advice="use `render` or `write` for each release",
            )
        )
    return fmt


def completed(release: Release, newsroom: Newsroom | None, now: dt.datetime) -> Release:
    """Return `release` with what the newsroom gives it; where it has no date, the law of `now` asks for notices."""
    if not isinstance(release, Release):
        raise Unwritable(Problem("not a release", found=shown(release), expected="a pressrelease.Release"))
    return fulfilled(release, newsroom, now) if newsroom else release


def job_for(
    fmt: AnyFormat,
    newsroom: Newsroom | None,
    now: dt.datetime | None,
    options: Any,
    templates: TemplateSource,
) -> Job:
    """Return what a writer of `fmt` is told besides the release."""
    if now is not None and now.tzinfo is None:
        raise Unwritable(Problem("`now` has no zone", found=shown(now), expected="an aware datetime"))
    return Job(
        now=now or utc_now(),
        newsroom=newsroom,
        options=_options(fmt, options),
        templates=_templates(templates, newsroom),
        format=fmt.name,
    )


def _templates(templates: TemplateSource, newsroom: Newsroom | None) -> Templates:
    if isinstance(templates, Templates):
        return templates
    folders = (templates,) if isinstance(templates, (str, Path)) else tuple(templates or ())
    return Templates(*folders, newsroom=newsroom)


def _options(fmt: AnyFormat, options: Any) -> Any:
    kind = fmt.options
    if kind is None:
        if options:
            raise Unwritable(Problem(f"{fmt.name} has no options", found=shown(options)))
        return None
    if options is None:
        return kind()
    if isinstance(options, kind):
        return options
    known = [f.name for f in fields(kind)]
    if not isinstance(options, Mapping):
        raise Unwritable(
            Problem("not options of this format", found=shown(options), expected=f"a {kind.__name__}")
        )
    for name in options:
        if name not in known:
            raise Unwritable(
                Problem(f"{fmt.name} has no such option", found=shown(name), advice=near(name, known))
            )
    try:
        return kind(**options)
    except (TypeError, ValueError) as error:
        raise Unwritable(
            Problem(f"not options of {fmt.name}", found=shown(dict(options)), advice=str(error))
        ) from None
