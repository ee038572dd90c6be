"""The command line: the library's verbs, the same words.

Results go to standard output, talk and progress to standard error and only to a terminal. Exit status: 0 done,
1 findings or a gate said no, 2 wrong usage, bad input or a fault.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from pressrelease.cli.app import app
from pressrelease.cli.errors import colour, tell
from pressrelease.errors import PressReleaseError


def main() -> None:
    """Run the command line on `sys.argv` and exit."""
    try:
        status = app.main(prog_name="pressrelease", standalone_mode=False, color=colour())
    except PressReleaseError as error:
        tell(error)
        status = 2
    except click.exceptions.Abort:
        status = 2
    except click.ClickException as error:
        error.show()
        status = 2
    except BrokenPipeError:
        # The reader of our output left (`| head`): nothing more to say, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 2
    sys.exit(status if isinstance(status, int) else 0)


__all__: list[Any] = ["main"]
