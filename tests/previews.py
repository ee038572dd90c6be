"""A preview that runs as the command runs it, in a process of its own; and a browser that is led."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).parent
AT = "2026-11-23T12:00Z"


@contextmanager
def served(folder: Path, *more: str) -> Iterator[str]:
    """Serve `folder` as of a fixed moment; give the address with the key."""
    command = [sys.executable, "-m", "pressrelease", "preview", folder, "--port", "0", "--at", AT, *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        assert running.stdout is not None
        said = ""
        try:
            while (found := re.search(r"preview: (http\S+)", said)) is None:
                line = running.stdout.readline()
                assert line, said
                said += line
            yield found[1]
        finally:
            running.terminate()
            running.wait(10)


def led(npm: Path, address: str, function: str, *, size: str = "1280x800", scheme: str = "light") -> Any:
    """Open `address` in Chromium and return what `function` (JavaScript, given the page) returns."""
    command = ["node", HERE / "browser.cjs", npm, address, size, scheme, function]
    environment = {**os.environ, "CHROMIUM": os.environ.get("CHROMIUM") or "/usr/bin/chromium"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def parts(address: str) -> tuple[str, int, str]:
    """Return origin, port and key of an address that the command printed."""
    split = urlsplit(address)
    assert split.port is not None
    return f"{split.scheme}://{split.netloc}", split.port, parse_qs(split.query)["key"][0]
