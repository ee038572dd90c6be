"""The root command: each subcommand lives in a module of its own and is loaded when it is called."""

from __future__ import annotations

import importlib
from typing import Any

import click

COMMANDS = {
    "render": "Turn releases into another format.",
    "validate": "Check documents against the official schemas of their formats.",
    "check": "Check releases before they leave: editorial, legal and channel rules.",
    "build": "Build a newsroom folder into a site.",
    "preview": "Look at a newsroom while you write it, each edit at once.",
    "notices": "Tell which notices a newsroom or release owes, and what is missing.",
    "new": "Start a newsroom folder, or a release in one.",
    "formats": "List formats, tell all of one, or what a release loses in each.",
    "schema": "Print the JSON Schema of front matter, or fetch the official schemas.",
}
"""Each command and its line of help; the module `pressrelease.cli.<name>` holds it."""


class _Lazy(click.Group):
    """A group whose commands are imported when one is called, so that `--help` costs nothing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"pressrelease.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib  # noqa: PLC0415 - 5 ms that only a typing mistake pays

            near = difflib.get_close_matches(args[0], COMMANDS, 1) if args else []
            if near:
                raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None
            raise


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - reads the disk; only for --version

        click.echo(f"pressrelease {version('pressrelease')}")
        ctx.exit()


def _completion(ctx: click.Context, _: click.Parameter, shell: str | None) -> None:
    if shell:
        from click.shell_completion import get_completion_class  # noqa: PLC0415 - only for --show-completion

        kind = get_completion_class(shell)
        assert kind is not None
        click.echo(kind(ctx.command, {}, "pressrelease", "_PRESSRELEASE_COMPLETE").source())
        ctx.exit()


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@click.option(
    "--show-completion",
    type=click.Choice(["bash", "zsh", "fish"]),
    is_eager=True,
    expose_value=False,
    callback=_completion,
    metavar="SHELL",
    help="Print completion for bash, zsh or fish, for its start-up file.",
)
def app() -> None:
    """One structured press release in, every channel out.

    Start with `pressrelease new mynews`, then `pressrelease build mynews --out public`.

    Exit status: 0 done, 1 findings or a gate said no, 2 wrong usage, bad input or a fault.
    """
