"""Where this machine keeps its fonts."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_SUFFIXES = frozenset((".ttf", ".otf", ".ttc", ".otc"))


def font_files() -> tuple[str, ...]:
    """Return the font files of this machine, in the order of their paths: those fontconfig knows, and its folders'."""
    found = {str(file) for folder in _folders() for file in _files(folder)}
    return tuple(sorted(found | set(_known_to_fontconfig())))


def fonts_digest() -> str:
    """Return a digest of what fonts there are, by path, size and time of change; none of them is opened."""
    told = ((file, os.stat(file)) for file in font_files() if os.path.isfile(file))
    known = [(file, state.st_size, state.st_mtime_ns) for file, state in told]
    return hashlib.sha256(repr(known).encode()).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names if Path(name).suffix.lower() in _SUFFIXES)


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData/Local"))
        return Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"), Path(local, "Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return (*(Path(p, "fonts") for p in (data, *shared.split(":"))), home / ".fonts")


def _known_to_fontconfig() -> tuple[str, ...]:
    """Return the files that fontconfig knows, where it is installed: a system may keep fonts anywhere."""
    program = shutil.which("fc-list")
    if program is None:
        return ()
    run = subprocess.run(
        [program, "--format", "%{file}\n"], capture_output=True, text=True, timeout=60, check=False
    )
    return tuple(line for line in run.stdout.splitlines() if Path(line).suffix.lower() in _SUFFIXES)
