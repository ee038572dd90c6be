"""Words of the command line that a shell can complete."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from pressrelease.formats.options import options as described
from pressrelease.formats.registry import DEFAULT, AnyFormat, Format


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the formats that begin with `incomplete`, each with its title."""
    return [CompletionItem(f.name, help=f.title) for f in DEFAULT if f.name.startswith(incomplete)]


def formats_to_write(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return those of `formats` that can be written."""
    return [i for i in formats(ctx, param, incomplete) if _can(DEFAULT.get(i.value), "write")]


def formats_to_read(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return those of `formats` that can be read."""
    return [i for i in formats(ctx, param, incomplete) if _can(DEFAULT.get(i.value), "read")]


def _can(fmt: AnyFormat, verb: str) -> bool:
    return getattr(fmt, verb if isinstance(fmt, Format) else f"{verb}_all") is not None


def options(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the options of the format that `--to` names, each as `NAME=`."""
    to = ctx.params.get("to")
    if to not in DEFAULT.names:
        return []
    known = described(DEFAULT.get(to).options)
    return [
        CompletionItem(f"{o.name}=", help=o.says) for o in known if o.typed and o.name.startswith(incomplete)
    ]
