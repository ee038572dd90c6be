"""Lines of wire text as paragraphs, and paragraphs as the blocks of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from pressrelease.characters import one_line
from pressrelease.formats.wire.wiretext.measure import columns
from pressrelease.formats.wire.wiretext.pieces import MARKER
from pressrelease.markup.markdown_read import attribution
from pressrelease.story import (
    Align,
    Block,
    Blocks,
    Break,
    BulletList,
    Cell,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Row,
    Rule,
    Span,
    Spans,
    Table,
    Text,
)

_MARKER = re.compile(r"( *)(?:([-–•*+]) |(\d{1,9})[.)] )(?=\S)")
_RULE = re.compile(r"(?:\*(?: ?\*){1,3}|[-_=]{3,}|#{3,})")
_HEADED = re.compile(r"#{2,6} (?=\S)")
_SECTION = re.compile(r"#{1,6} \S")
_OPENING = re.compile("[\"“”„«»‹‘'`]|``")
_SAID = re.compile(r"(.*[\"”“«»›’'])\s+(?:--|[—–_-])\s+(.{2,200})", re.S)
_MOST_QUOTED = 12
"""Paragraphs of one quote that stands by itself."""
_DEEPEST = 12
"""Lists within lists that are read; deeper ones are items of the last."""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph as its real lines: a break, an item, a row each. `headed`: its own marks make it a heading."""

    lines: tuple[str, ...]
    headed: bool = False
    number: int = 0
    """Its first line in the document, counted from 1."""

    @property
    def text(self) -> str:
        """The paragraph on one line."""
        return one_line(" ".join(self.lines))


# --- lines into paragraphs -------------------------------------------------------------------------------------------


def grouped(lines: Sequence[str], first: int = 1) -> Iterator[tuple[int, list[str]]]:
    """Yield (number, lines) of each paragraph: parted by an empty line, or by an indented line where others are not."""
    found: list[str] = []
    start = first
    for number, line in enumerate(lines, first):
        indented = line.startswith("   ") and found and not found[0].startswith("|")
        if not line.strip() or (indented and not _listed(found)):
            if found:
                yield start, found
            found = []
        if line.strip():
            if not found:
                start = number
            found.append(line.rstrip())
            if len(found) == 1 and _SECTION.match(line):
                yield start, found
                found = []
    if found:
        yield start, found


def _listed(lines: list[str]) -> bool:
    return _MARKER.match(lines[0]) is not None


def is_greedy(paragraphs: Sequence[Sequence[str]], width: int) -> bool:
    """Return whether lines were filled up to `width`: then a line that ends early ends by intent."""
    near = full = 0
    for lines in paragraphs:
        for line, following in pairwise(lines):
            left = _room(line, following, width)
            if columns(line) > width * 3 // 4:
                full += 1
                near += 0 <= left < width // 8
    return near * 20 <= full


def unfolded(lines: Sequence[str], width: int, greedy: bool) -> tuple[str, ...]:
    """Return lines that were folded at `width` columns as the real lines they had been."""
    found = [[lines[0].rstrip() if MARKER.match(lines[0]) else lines[0].strip()]]
    for line, following in pairwise(lines):
        words = following.strip()
        if _is_split(line.strip(), words, width):
            found[-1].append(words)
        elif _room(line, words, width) >= (0 if greedy else width // 3):
            found.append([words])
        else:
            found[-1] += [" ", words]
    return tuple("".join(parts) for parts in found)


def _room(line: str, following: str, width: int) -> int:
    """Return the columns that would be left over had the first word of `following` stood on `line`."""
    word = following.strip().split(" ", 1)[0]
    return width - columns(line.rstrip()) - 1 - columns(word)


def _is_split(line: str, following: str, width: int) -> bool:
    """Return whether a word too long for a line goes on in the next one."""
    return bool(line and following) and " " not in line and columns(line) + columns(following[0]) > width


def paragraph(lines: Sequence[str], number: int, width: int, greedy: bool) -> Para:
    """Return what an empty line parts from the rest as a paragraph; items and rows keep their lines."""
    if lines[0].startswith("|"):
        return Para(tuple(_rows(lines)), number=number)
    if is_list(lines):
        return Para(tuple(_items(lines, width, greedy)), number=number)
    headed = _HEADED.match(lines[0])
    real = unfolded(lines, width, greedy)
    if headed:
        return Para(real, headed=len(real) == 1, number=number)
    return Para(real, number=number)


def is_list(lines: Sequence[str]) -> bool:
    """Return whether lines are the items of a list: `24. March was a Tuesday` is none, nor `6. matchday:`."""
    first = _MARKER.match(lines[0])
    if first is None or first.group(2):
        return first is not None
    found = [
        m for line in lines if (m := _MARKER.match(line)) and m.group(1) == first.group(1) and m.group(3)
    ]
    numbers = [int(m.group(3)) for m in found]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and (
        len(numbers) > 1 or numbers[0] == 1
    )


def _rows(lines: Sequence[str]) -> Iterator[str]:
    row: list[str] = []
    for line in map(str.strip, lines):
        row.append(line)
        if line.endswith("|") and (len(row) > 1 or len(line) > 1):
            yield " ".join(row)
            row = []
    if row:
        yield " ".join(row)


def _items(lines: Sequence[str], width: int, greedy: bool) -> Iterator[str]:
    found: list[list[str]] = []
    for line in lines:
        if _MARKER.match(line) or not found:
            found.append([line])
        else:
            found[-1].append(line)
    for item in found:
        match = _MARKER.match(item[0])
        hang = match.end() if match else 0
        inner = [item[0][hang:], *(line.strip() for line in item[1:])]
        yield item[0][:hang] + " ".join(unfolded(inner, width - hang, greedy))


# --- paragraphs into blocks ------------------------------------------------------------------------------------------


def blocks(paras: Sequence[Para]) -> list[Block]:
    """Return paragraphs as blocks: lists, tables, quotes between marks, lines that head what follows."""
    found: list[Block] = []
    at = 0
    while at < len(paras):
        para = paras[at]
        quote, taken = _quote(paras, at)
        if quote is not None:
            found.append(quote)
            at += taken
            continue
        found.append(_block(para, paras[at + 1] if at + 1 < len(paras) else None))
        at += 1
    return found


def _block(para: Para, following: Para | None) -> Block:
    first = para.lines[0]
    if first.startswith("|") and first.endswith("|") and len(first) > 1:
        return _table(para.lines)
    if _RULE.fullmatch(para.text):
        return Rule()
    if is_list(para.lines):
        return _list(para.lines)
    if para.headed or (following is not None and is_subhead(para)):
        return Heading(_spans(_HEADED.sub("", para.text)))
    return Paragraph(_broken(para.lines))


def is_subhead(para: Para) -> bool:
    """Return whether a paragraph is a line that heads what follows."""
    text = para.text
    return (
        len(para.lines) == 1
        and len(text) <= 90
        and len(text.split()) <= 13
        and not re.search(r"[.!,;:…\"”“»«'|>]$", text)
        and any(c.isalpha() for c in text)
        and not _MARKER.match(text)
    )


def _spans(text: str) -> Spans:
    return (Text(text),)


def _broken(lines: Sequence[str]) -> Spans:
    spans: list[Span] = []
    for line in lines:
        spans += [Text(line), Break()] if line else []
    return tuple(spans[:-1])


def _quote(paras: Sequence[Para], at: int) -> tuple[Quote | None, int]:
    """Return the quote that opens at a paragraph and ends with who said it, and how many paragraphs it takes."""
    opening = _OPENING.match(paras[at].lines[0])
    if opening is None:
        return None, 0
    mark = opening.group()
    for end in range(at, min(at + _MOST_QUOTED, len(paras))):
        first, last = paras[end].lines[0], paras[end].lines[-1]
        if not first.startswith(mark):
            return None, 0
        said = _SAID.fullmatch(last, len(mark) if len(paras[end].lines) == 1 else 0)
        if said is not None and not _ends_within(said.group(1), mark) and not said.group(2)[0].islower():
            body = said.group(1)[: -2 if said.group(1).endswith("''") else -1]
            quoted = [_cut(p.lines, mark) for p in paras[at:end]]
            quoted.append(_cut([*paras[end].lines[:-1], body], "" if len(paras[end].lines) == 1 else mark))
            return Quote(
                tuple(Paragraph(_broken(lines)) for lines in quoted), attribution(said.group(2))
            ), end + 1 - at
        if _MARKED_END.search(last):
            return None, 0
    return None, 0


def _cut(lines: Sequence[str], mark: str) -> list[str]:
    return [lines[0][len(mark) :], *lines[1:]]


_MARKED_END = re.compile("[\"”»]$|''$")


def _ends_within(text: str, opening: str) -> bool:
    """Return whether the quotation ends before the text does: then somebody says it in a sentence."""
    inner = text[:-1].rstrip("'")
    mark = '"' if opening == '"' else "”" if opening == "“" else ""
    return bool(mark) and inner.count(mark) % 2 == 1


def _list(lines: Sequence[str]) -> Block:
    entries: list[tuple[int, int | None, str]] = []
    for line in lines:
        match = _MARKER.match(line)
        if match is None:
            entries.append((0, None, line))
        else:
            entries.append(
                (len(match.group(1)), int(match.group(3)) if match.group(3) else None, line[match.end() :])
            )
    made, _ = _nested(entries, 0, 0)
    return made[0] if len(made) == 1 else _flat(entries)


def _flat(entries: list[tuple[int, int | None, str]]) -> Block:
    return BulletList(tuple(cast(Blocks, (Paragraph(_spans(text)),)) for _, _, text in entries))


def _nested(entries: list[tuple[int, int | None, str]], at: int, depth: int) -> tuple[list[Block], int]:
    """Return the lists that stand at the indentation of entry `at`, and where they end."""
    made: list[Block] = []
    indent = entries[at][0]
    while at < len(entries) and entries[at][0] >= indent:
        numbered = entries[at][1] is not None
        start = entries[at][1] or 0
        items: list[Blocks] = []
        while at < len(entries) and entries[at][0] >= indent and (entries[at][1] is not None) == numbered:
            if entries[at][0] > indent and depth < _DEEPEST:
                break
            text = entries[at][2]
            item: list[Block] = [Paragraph(_spans(text))] if text else []
            at += 1
            if at < len(entries) and entries[at][0] > indent and depth < _DEEPEST:
                inner, at = _nested(entries, at, depth + 1)
                item += inner
            items.append(tuple(item))
        if not items:
            break
        made.append(NumberedList(tuple(items), start) if numbered else BulletList(tuple(items)))
    return made, at


def _table(lines: Sequence[str]) -> Table:
    rows = [[one_line(cell) for cell in line.strip()[1:-1].split("|")] for line in lines]
    rules = [i for i, row in enumerate(rows) if row and all(re.fullmatch(":?-+:?", cell) for cell in row)]
    place = rules[0] if rules else -1
    aligns = [_align(cell) for cell in rows[place]] if rules else []
    made = [_row(row, aligns) for i, row in enumerate(rows) if i != place]
    return Table(tuple(made[max(place, 0) :]), tuple(made[: max(place, 0)]))


def _row(row: list[str], aligns: list[Align]) -> Row:
    return tuple(
        Cell((Text(cell),), align=aligns[i] if i < len(aligns) else "") for i, cell in enumerate(row)
    )


def _align(rule: str) -> Align:
    if rule.startswith(":"):
        return "center" if rule.endswith(":") and len(rule) > 1 else "left"
    return "right" if rule.endswith(":") else ""
