"""Errors on their way to a person."""

from __future__ import annotations

import os

import click

from pressrelease.errors import PressReleaseError


def colour() -> bool | None:
    """Return False where the surroundings want no colour (no-color.org, a dumb terminal); None: on a terminal."""
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None


def tell(error: PressReleaseError) -> None:
    """Print an error's problems to standard error."""
    for problem in error.problems:
        first, _, rest = str(problem).partition("\n")
        mark = click.style("error:", fg="red", bold=True)
        click.echo(f"{mark} {first}", err=True, color=colour())
        if rest:
            click.echo(rest, err=True)
