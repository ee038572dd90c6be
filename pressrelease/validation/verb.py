"""`validate`: any document against the official schema of its format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pressrelease.errors import PressReleaseError, Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.formats.registry import (
    DEFAULT,
    AnyFormat,
    Head,
    Registry,
    Source,
    UnknownFormat,
    Unreadable,
)
from pressrelease.formats.verbs import read_all, recognised
from pressrelease.formats.verbs.incoming import HEAD, refuse_office
from pressrelease.markup.json_lines import split_json
from pressrelease.markup.pieces import Piece
from pressrelease.newsroom import Newsroom
from pressrelease.validation import json, xml
from pressrelease.validation.folder import SchemaProblem, schema_folder

XML_FORMATS = ("newsml-g2", "nitf", "newsml-1.2")
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
_G2_ROOTS = (
    "newsItem",
    "packageItem",
    "conceptItem",
    "knowledgeItem",
    "planningItem",
    "catalogItem",
    "newsMessage",
)
_ROOTS = {"nitf": "nitf", "NewsML": "newsml-1.2"} | dict.fromkeys(_G2_ROOTS, "newsml-g2")


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a document gave: its format, whether a schema told, and the findings."""

    format: str
    by_schema: bool
    findings: tuple[Finding, ...]

    @property
    def is_valid(self) -> bool:
        """Whether nothing is wrong with it; a warning is no fault."""
        return all(finding.severity != "error" for finding in self.findings)


def validate(
    data: str | bytes,
    format: str | None = None,
    *,
    file: str = "",
    schemas: str | Path | None = None,
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> list[Finding]:
    """Return what is wrong with `data` by the official schema of its format; those of severity `error` are faults.

    `schemas` is the folder of schemas (default: $PRESSRELEASE_SCHEMAS, else where `pressrelease schema fetch` puts
    them); nothing is fetched. Each finding has its line, and the field of the release that the faulty place stands
    for. A format without a schema is checked by its own rules, or by reading it, and a finding says so; `newsroom`
    gives what a release leaves to it then, such as its time zone. Raises PressReleaseError where the data cannot be
    read at all, or a schema is missing.
    """
    return list(
        checked(data, format, file=file, schemas=schemas, newsroom=newsroom, registry=registry).findings
    )


def checked(
    data: str | bytes,
    format: str | None = None,
    *,
    file: str = "",
    schemas: str | Path | None = None,
    newsroom: Newsroom | None = None,
    registry: Registry = DEFAULT,
) -> Checked:
    """Return what `validate` finds, with the format it found."""
    source = Source(data, file, newsroom)
    if not source.data.strip():
        raise Unreadable(Problem("empty", Where(file), expected="a document"))
    name = format or _format_of(source, registry)
    folder = schema_folder(schemas)
    try:
        if name in XML_FORMATS:
            found = tuple(xml.faults(source.data, name, folder))
        elif name == "jsonfeed":
            found = tuple(json.faults(source.data, name, folder))
        elif name.startswith("ninjs"):
            found = tuple(_each(source.data, name, folder))
        else:
            return Checked(name, False, tuple(_placed(_by_its_rules(source, registry.get(name)), file)))
    except SchemaProblem:
        raise  # its place is no place of the data
    except PressReleaseError as error:
        raise error.in_file(file) from error.__cause__
    return Checked(name, True, tuple(_placed(found, file)))


def _format_of(source: Source, registry: Registry) -> str:
    root = _ROOT.search(Head(source.data[:65536]).text.encode())
    if root is not None and source.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        name = _ROOTS.get(root.group(1).decode(), "")
        if name:
            return name
    refuse_office(source.data[:HEAD], source.file)
    ranked = recognised(source.data, file=source.file, registry=registry)
    if not ranked:
        raise UnknownFormat(
            Problem(
                "no format recognises this",
                Where(source.file),
                shown(source.data[:40].decode("utf-8", "replace")),
                advice="name the format",
            )
        )
    return ranked[0][1]


def _each(data: bytes, name: str, folder: Path) -> Iterator[Finding]:
    """Check each object of a stream; one alone is no stream."""
    pieces = list(split_json((data,)))
    for number, piece in enumerate(pieces, 1):
        item = number if len(pieces) > 1 else None
        place = partial(_within, piece, item)
        try:
            found = list(json.faults(piece, name, folder))
        except SchemaProblem:
            raise
        except PressReleaseError as error:
            raise error.placed(place) from None
        yield from (replace(f, where=place(f.where)) for f in found)


def _within(piece: Piece, item: int | None, where: Where) -> Where:
    return where.within("", item, piece.line, piece.column)


def _by_its_rules(source: Source, fmt: AnyFormat) -> Iterator[Finding]:
    if fmt.check is not None:
        yield Finding(
            "no-schema", "info", f"{fmt.title} has no schema; it was checked by the rules of the format"
        )
        yield from fmt.check(source)
        return
    yield Finding("no-schema", "info", f"{fmt.title} has no official schema; it was read instead")
    errors: list[PressReleaseError] = []
    try:
        for reading in read_all(
            source.raw, fmt.name, file=source.file, newsroom=source.newsroom, errors=errors.append
        ):
            yield from reading.findings
    except PressReleaseError as error:
        errors.append(error)
    for problem in (p for error in errors for p in error.problems):
        said = ", ".join(filter(None, (problem.found, problem.expected and f"expected {problem.expected}")))
        message = f"{problem.problem}: {said}" if said else problem.problem
        yield Finding("unreadable", "error", message, problem.where, problem.advice)


def _placed(findings: Iterable[Finding], file: str) -> Iterator[Finding]:
    for finding in findings:
        where = finding.where
        yield finding if where.file or not file else replace(finding, where=replace(where, file=file))
