"""Peak memory of writing and of reading a stream of 10,000 releases against one of 100, each in a process of its own.

    python benchmarks/streams.py [FORMAT …]

The peak is that of the whole process as the kernel counts it, interpreter and libraries included.
"""

from __future__ import annotations

import datetime as dt
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pressrelease as pr
from pressrelease.formats.registry import DEFAULT, Format

FEW, MANY = 100, 10_000
AIM = 1.2
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
WORDS = "The harbour opened on Monday with a speech, a band and 4,000 guests & friends. " * 4


def releases(count: int) -> Iterator[pr.Release]:
    """Yield ordinary releases, each unlike the others."""
    for number in range(count):
        yield pr.Release(
            id=f"tag:example.org,2026:{number}",
            headline=f"Example Corp opens harbour number {number}",
            slugline=f"harbour-{number}",
            language="en",
            published=NOW - dt.timedelta(minutes=number),
            story="\n\n".join(f"{WORDS}({number}.{i})" for i in range(8)),
            keywords=("harbour", f"trade {number}"),
            contacts=(pr.Contact(name="Ada Byron", emails=("press@example.org",)),),
        )


def child(verb: str, name: str, file: Path, count: int) -> None:
    """Write or read the stream, and print seconds and the peak in kilobytes."""
    start = time.perf_counter()
    if verb == "write":
        with file.open("wb") as out:
            done = pr.write_all(releases(count), name, to=out, now=NOW).count
    else:
        with file.open("rb") as data:
            done = sum(1 for _ in pr.parse_all(data, name))
    assert done == count, f"{done} of {count}"
    print(time.perf_counter() - start, peak())


def peak() -> int:
    """Return the most memory this process has held, in kilobytes."""
    # `ru_maxrss` begins with what the parent held when it started us; Linux has a figure of our own.
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measured(verb: str, name: str, file: Path, count: int) -> tuple[float, int]:
    """Return seconds and peak of a child process."""
    command = [sys.executable, __file__, "--child", verb, name, str(file), str(count)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, most = out.split()
    return float(seconds), int(most)


def main() -> None:
    """Print the peaks for each format that has streams."""
    streams = [f.name for f in DEFAULT if isinstance(f, Format) and f.split and f.join and f.write]
    print(f"{'':16}{FEW:>10,}{MANY:>12,}{'ratio':>8}{'a second':>10}{'bytes':>14}")
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or streams:
            few, many = Path(folder, "few"), Path(folder, "many")
            for verb in ("write", "read"):
                _, small = measured(verb, name, few, FEW)
                seconds, large = measured(verb, name, many, MANY)
                print(
                    f"{name:11}{verb:5}{small / 1024:>7.1f} MB{large / 1024:>9.1f} MB{large / small:>8.2f}"
                    f"{MANY / seconds:>10.0f}{many.stat().st_size:>14,}"
                )
    print(f"aim: at most {AIM}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], sys.argv[3], Path(sys.argv[4]), int(sys.argv[5]))
    else:
        main()
