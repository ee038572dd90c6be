"""Shell completion: what a shell is told, and what bash makes of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import BashComplete

from pressrelease.cli.app import COMMANDS, app
from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.table import writers

ROOT = Path(__file__).parents[2]


def completed(*args: str) -> list[str]:
    """Return what stands to choose for the last of `args`."""
    *before, incomplete = args
    shell = BashComplete(app, {}, "pressrelease", "_PRESSRELEASE_COMPLETE")
    return [item.value for item in shell.get_completions(before, incomplete)]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_a_shell(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pressrelease", "--show-completion", shell],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert b"_PRESSRELEASE_COMPLETE" in done.stdout


def test_commands_are_completed() -> None:
    assert completed("") == list(COMMANDS)
    assert completed("fo") == ["formats"]


def test_only_formats_that_can_be_written_are_offered_to_write_and_the_others_to_read() -> None:
    assert completed("render", "--to", "ni") == [f.name for f in writers(DEFAULT) if f.name[:2] == "ni"]
    assert "text" not in completed("render", "--to", "")
    assert "text" in completed("render", "--from", "")
    assert "plain" not in completed("render", "--from", "")
    assert completed("formats", "") == [f.name for f in DEFAULT]


def test_options_of_the_chosen_format_are_completed() -> None:
    assert completed("render", "--to", "plain", "-O", "") == ["width=", "charset=", "newline="]
    assert completed("render", "-O", "") == []


@pytest.mark.parametrize(
    "args", [("render", "s"), ("render", "--out", "s"), ("build", ""), ("formats", "--of", "s")]
)
def test_paths_are_left_to_the_shell(args: tuple[str, ...]) -> None:
    shell = BashComplete(app, {}, "pressrelease", "_PRESSRELEASE_COMPLETE")
    assert [item.type for item in shell.get_completions(list(args[:-1]), args[-1])] == ["file"]


def test_bash_completes_a_format(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    command = tmp_path / "pressrelease"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pressrelease "$@"\n')
    command.chmod(0o755)
    script = """
        eval "$(pressrelease --show-completion bash)"
        COMP_WORDS=(pressrelease render --to nit); COMP_CWORD=3
        _pressrelease_completion pressrelease
        echo "${COMPREPLY[@]}"
    """
    around = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True, env=around)
    assert done.stdout == "nitf\n"
