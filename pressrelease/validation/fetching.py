"""`pressrelease schema fetch`: the official schemas, each by its hash."""

from __future__ import annotations

import functools
import hashlib
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pressrelease.errors import PressReleaseError, Problem
from pressrelease.files import write_whole
from pressrelease.findings import Where
from pressrelease.validation.folder import schema_folder

MAX_BYTES = 5_000_000
"""The largest file that is taken for a schema."""
SECONDS = 30
"""How long a server may be silent."""
_UNREACHED = "cannot be fetched"
MERGED = "newsml-g2/merged-g2-nitf.xsd"
_MERGED = """<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://iptc.org/std/nar/2006-10-01/" schemaLocation="NewsML-G2_2.35-spec-All-Power.xsd"/>
  <xs:import namespace="http://iptc.org/std/NITF/2006-10-18/" schemaLocation="../nitf/nitf-3-6.xsd"/>
</xs:schema>
"""


class FetchProblem(PressReleaseError):
    """Schemas that could not be fetched, or that are not what they should be; every one of them at once."""


@dataclass(frozen=True, slots=True)
class Official:
    """One official schema: its path in the folder, the hash of its bytes, where it is published."""

    path: str
    sha256: str
    urls: tuple[str, ...]


@functools.cache
def official() -> tuple[Official, ...]:
    """Return the official schemas."""
    text = (Path(__file__).parent / "official.toml").read_text("utf-8")
    return tuple(Official(s["path"], s["sha256"], tuple(s["urls"])) for s in tomllib.loads(text)["schemas"])


def fetch(
    to: str | Path | None = None, *, source: str = "", told: Callable[[str], object] = lambda line: None
) -> list[Path]:
    """Put the official schemas into the folder `to` and return those that are new; what is there already stays.

    `source` is a mirror of such a folder to take them from, an address or a path, in place of the official addresses.
    `told` is called with a line for each. A file whose hash is not the one known here is refused. Raises FetchProblem
    at the end with everything that could not be had; what could is kept.
    """
    folder = schema_folder(to)
    new: list[Path] = []
    errors: list[PressReleaseError] = []
    for schema in official():
        target = folder / schema.path
        if target.is_file() and _hash(target.read_bytes()) == schema.sha256:
            continue
        try:
            _put(target, _had(schema, source))
        except PressReleaseError as error:
            errors.append(error)
        else:
            new.append(target)
            told(f"{target}")
    if errors:
        raise FetchProblem(*_summed(errors))
    merged = folder / MERGED
    if not merged.is_file():
        _put(merged, _MERGED.encode())
        new.append(merged)
    return new


def _summed(errors: list[PressReleaseError]) -> list[Problem]:
    """Return the problems; those of servers that are not reached are one, with the first reason."""
    away = [e for e in errors if all(p.problem.startswith(_UNREACHED) for p in e.problems)]
    rest = [p for e in errors if e not in away for p in e.problems]
    if len(away) < 2:
        return [p for e in errors for p in e.problems]
    first = away[0].problems[0]
    schemas = f"{len(away)} official schemas {_UNREACHED} "
    return [replace(first, problem=first.problem.replace(f"{_UNREACHED} ", schemas, 1)), *rest]


def _put(file: Path, body: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FetchProblem(Problem(f"cannot be written ({error.strerror})", Where(str(file)))) from None
    write_whole(file, body)


def _had(schema: Official, source: str) -> bytes:
    addresses = (f"{source.rstrip('/')}/{schema.path}",) if source else schema.urls
    problems = []
    for address in addresses:
        try:
            body = _read(address)
        except (OSError, ValueError) as error:
            problems.append(_unreachable(address, error))
            continue
        if _hash(body) == schema.sha256:
            return body
        problems.append(
            Problem(
                "not the schema that is known here",
                Where(address),
                f"SHA-256 {_hash(body)[:16]}…",
                f"{schema.sha256[:16]}…",
                "it was refused; a newer edition comes with a newer version of this package",
            )
        )
    raise FetchProblem(*problems)


def _unreachable(address: str, error: Exception) -> Problem:
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
    return Problem(
        f"{_UNREACHED} ({reason})",
        Where(address),
        advice="without a network: `--from` takes a folder of schemas, or a mirror of one",
    )


def _read(address: str) -> bytes:
    if not address.startswith(("https://", "http://")):
        return Path(address).read_bytes()
    request = urllib.request.Request(address, headers={"User-Agent": "pressrelease"})
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        body: bytes = answer.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES:,} bytes")
    return body


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
