"""Where a command writes many releases: one stream, or a folder with a file for each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pressrelease.errors import Problem, shown
from pressrelease.files import FileProblem, sluggish, whole, write_whole
from pressrelease.formats.document import Document
from pressrelease.formats.registry import DEFAULT, AnyFormat, Collection
from pressrelease.model import Release


def is_folder(out: str | None) -> bool:
    """Return whether `out` names a folder: one that exists, or that will once it is needed (`releases/`)."""
    return out is not None and out != "-" and (out.endswith(("/", "\\")) or Path(out).is_dir())


@contextmanager
def stream_to(out: str | None) -> Iterator[IO[bytes]]:
    """Open the file `out`, which appears whole or not at all, or standard output."""
    if out is None or out == "-":
        # Not through the buffer: whoever reads a pipe that stays open gets each release when it is written.
        sys.stdout.flush()
        yield getattr(sys.stdout.buffer, "raw", sys.stdout.buffer)
    else:
        with whole(Path(out)) as file:
            yield file


@dataclass(slots=True)
class Folder:
    """A folder with one file for each release, in order: `00001-harbour-opens.nitf.xml`; `-v2` marks a version."""

    path: Path
    count: int = 0

    def add(self, release: Release, made: Document) -> Path:
        """Write the document of `release` to the next file."""
        self.count += 1
        number = f"-v{release.version}" if release.version > 1 else ""
        name = sluggish((release.slug or release.headline).replace(".", "-"))[:80]
        self.path.mkdir(parents=True, exist_ok=True)
        file = self.path / f"{self.count:05}-{name}{number}{made.suffix}"
        write_whole(file, made.body)
        return file


def refuse_many(fmt: AnyFormat) -> FileProblem:
    """Return the error that tells where several releases can go that `fmt` has one document each of."""
    joining = [f.name for f in DEFAULT if isinstance(f, Collection) or (f.join and f.write)]
    return FileProblem(
        Problem(
            f"{fmt.name} holds one release",
            found="several releases",
            advice=f"`--out FOLDER/` writes a file for each; {', '.join(map(shown, joining))} hold several",
        )
    )
