"""Stories as plain data: lists, mappings and strings, for JSON and YAML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from pressrelease.errors import Problem, shown
from pressrelease.findings import Where
from pressrelease.story.nodes import (
    Attribution,
    Block,
    Blocks,
    Break,
    BulletList,
    Cell,
    Emphasis,
    Figure,
    Heading,
    InvalidStory,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Quote,
    Rule,
    Span,
    Spans,
    Story,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)


def to_data(story: Story) -> list[Any]:
    """Return the story as lists, mappings and strings, ready for JSON or YAML. A string is a plain paragraph."""
    return [_block_data(b) for b in story.blocks]


def _spans_data(spans: Spans) -> Any:
    if len(spans) == 1 and isinstance(spans[0], Text):
        return spans[0].text
    return [_span_data(s) for s in spans]


def _span_data(span: Span) -> Any:
    match span:
        case Text():
            return span.text
        case Strong():
            return {"strong": _spans_data(span.spans)}
        case Emphasis():
            return {"emphasis": _spans_data(span.spans)}
        case Link():
            return {"link": _spans_data(span.spans), "href": span.href}
        case Quotation():
            data = {"quotation": _spans_data(span.spans), "opening": span.opening, "closing": span.closing}
            return {**data, "quote": span.quote} if span.quote else data
        case Attribution():
            return _attribution_data(span)
        case Superscript():
            return {"superscript": _spans_data(span.spans)}
        case Subscript():
            return {"subscript": _spans_data(span.spans)}
        case Break():
            return {"break": True}


def _attribution_data(by: Attribution) -> dict[str, Any]:
    data: dict[str, Any] = {"speaker": by.speaker}
    data.update((n, getattr(by, n)) for n in ("role", "organisation", "quote") if getattr(by, n))
    if by.layout is not None:
        data["layout"] = by.layout
    return data


def _block_data(block: Block) -> Any:
    match block:
        case Paragraph():
            data = _spans_data(block.spans)
            return data if isinstance(data, str) else {"paragraph": data}
        case Heading():
            return {"heading": _spans_data(block.spans), "level": block.level}
        case Quote():
            said = {"quote": [_block_data(b) for b in block.blocks]}
            return {**said, "by": _attribution_data(block.attribution)} if block.attribution else said
        case BulletList():
            return {"bullets": [_item_data(i) for i in block.items]}
        case NumberedList():
            return {"numbers": [_item_data(i) for i in block.items], "start": block.start}
        case Table():
            table: dict[str, Any] = {"table": [[_cell_data(c) for c in row] for row in block.body]}
            if block.head:
                table["head"] = [[_cell_data(c) for c in row] for row in block.head]
            if block.caption:
                table["caption"] = _spans_data(block.caption)
            return table
        case Figure():
            figure: dict[str, Any] = {"figure": block.src, "alt": block.alt}
            if block.caption:
                figure["caption"] = _spans_data(block.caption)
            return {**figure, "credit": block.credit} if block.credit else figure
        case Rule():
            return {"rule": True}


def _item_data(item: Blocks) -> Any:
    data = [_block_data(b) for b in item]
    return data[0] if len(data) == 1 and isinstance(data[0], str) else data


def _cell_data(cell: Cell) -> Any:
    data = _spans_data(cell.spans)
    told = {n: getattr(cell, n) for n in ("header", "align") if getattr(cell, n)}
    told.update((n, getattr(cell, n)) for n in ("colspan", "rowspan") if getattr(cell, n) != 1)
    return {"cell": data, **told} if told else data


MAX_DEPTH = 40


def from_data(data: Any) -> Story:
    """Return the story that `to_data` gave; raise InvalidStory with the path of each problem."""
    reader = _Reader()
    if isinstance(data, Story):
        return data
    if isinstance(data, str):
        return Story(cast(Blocks, data))
    blocks = reader.blocks(data, "", 0)
    if reader.problems:
        raise InvalidStory(*reader.problems)
    return Story(blocks)


class _Reader:
    """Rebuild nodes from data, collecting every problem with its path."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, path: str, problem: str, found: Any = None, expected: str = "") -> None:
        text = "" if found is None else shown(found)
        self.problems.append(Problem(problem, Where(field=path), text, expected))

    def make(self, kind: type[Any], path: str, *args: Any, **more: Any) -> Any:
        try:
            return kind(*args, **more)
        except InvalidStory as error:
            self.problems.extend(replace(p, where=Where(field=path)) for p in error.problems)
        except (TypeError, ValueError) as error:
            self.wrong(path, str(error))
        return None

    def many(self, data: Any, path: str, depth: int) -> list[tuple[str, Any]]:
        if depth > MAX_DEPTH:
            self.wrong(path, "nested too deeply", expected=f"at most {MAX_DEPTH} levels")
            return []
        if isinstance(data, (str, dict)):
            return [(path, data)]
        if not isinstance(data, (list, tuple)):
            self.wrong(path, "not a list", data, "a list or a string")
            return []
        return [(f"{path}.{i}" if path else str(i), d) for i, d in enumerate(data)]

    def blocks(self, data: Any, path: str, depth: int) -> tuple[Any, ...]:
        found = (self.block(d, p, depth) for p, d in self.many(data, path, depth))
        return tuple(b for b in found if b is not None)

    def spans(self, data: Any, path: str, depth: int) -> tuple[Any, ...]:
        found = (self.span(d, p, depth) for p, d in self.many(data, path, depth))
        return tuple(s for s in found if s is not None)

    def block(self, data: Any, path: str, depth: int) -> Any:
        if isinstance(data, str):
            return self.make(Paragraph, path, data)
        kind = self.kind(data, path, _BLOCK_KEYS)
        deep = depth + 1
        inner = f"{path}.{kind}"
        match kind:
            case "paragraph":
                return self.make(Paragraph, inner, self.spans(data[kind], inner, deep))
            case "heading":
                return self.make(Heading, path, self.spans(data[kind], inner, deep), data.get("level", 2))
            case "quote":
                said = self.blocks(data[kind], inner, deep)
                by = data.get("by")
                return self.make(
                    Quote, path, said, self.attribution(by, f"{path}.by") if by is not None else None
                )
            case "bullets":
                return self.make(BulletList, path, self.items(data[kind], inner, deep))
            case "numbers":
                return self.make(
                    NumberedList, path, self.items(data[kind], inner, deep), data.get("start", 1)
                )
            case "table":
                return self.table(data, path, deep)
            case "figure":
                caption = self.spans(data.get("caption", ""), f"{path}.caption", deep)
                return self.make(
                    Figure, path, data[kind], data.get("alt", ""), caption, data.get("credit", "")
                )
            case "rule":
                return Rule()
        return None

    def table(self, data: Any, path: str, depth: int) -> Any:
        caption = self.spans(data.get("caption", ""), f"{path}.caption", depth)
        body = self.rows(data["table"], f"{path}.table", depth)
        return self.make(Table, path, body, self.rows(data.get("head", ()), f"{path}.head", depth), caption)

    def rows(self, data: Any, path: str, depth: int) -> list[list[Any]]:
        rows = []
        for p, row in self.many(data, path, depth):
            cells = (self.cell(c, q, depth) for q, c in self.many(row, p, depth))
            rows.append([c for c in cells if c is not None])
        return rows

    def cell(self, data: Any, path: str, depth: int) -> Any:
        if isinstance(data, dict) and "cell" in data:
            self.unknown(data, path, ("cell", "header", "align", "colspan", "rowspan"))
            told = {k: data[k] for k in ("header", "align", "colspan", "rowspan") if k in data}
            return self.make(Cell, path, self.spans(data["cell"], f"{path}.cell", depth), **told)
        return self.make(Cell, path, self.spans(data, path, depth))

    def items(self, data: Any, path: str, depth: int) -> list[tuple[Any, ...]]:
        return [self.blocks(d, p, depth) for p, d in self.many(data, path, depth)]

    def span(self, data: Any, path: str, depth: int) -> Any:
        if isinstance(data, str):
            return self.make(Text, path, data)
        kind = self.kind(data, path, _SPAN_KEYS)
        if kind == "":
            return None
        if kind == "break":
            return Break()
        if kind == "speaker":
            return self.attribution(data, path)
        inner = self.spans(data[kind], f"{path}.{kind}", depth + 1)
        if kind == "link":
            return self.make(Link, path, inner, data.get("href", ""))
        if kind == "quotation":
            told = {k: data[k] for k in ("quote", "opening", "closing") if k in data}
            return self.make(Quotation, path, inner, **told)
        plain_kinds = {
            "strong": Strong,
            "emphasis": Emphasis,
            "superscript": Superscript,
            "subscript": Subscript,
        }
        return self.make(plain_kinds[kind], path, inner)

    def attribution(self, data: Any, path: str) -> Any:
        if isinstance(data, str):
            data = {"speaker": data}
        if not isinstance(data, dict) or "speaker" not in data:
            self.wrong(path, "not an attribution", data, "a mapping with `speaker`")
            return None
        self.unknown(data, path, _SPAN_KEYS["speaker"])
        told = {k: v for k, v in data.items() if k in _SPAN_KEYS["speaker"]}
        return self.make(Attribution, path, **told)

    def kind(self, data: Any, path: str, kinds: dict[str, tuple[str, ...]]) -> str:
        if isinstance(data, dict):
            for kind, keys in kinds.items():
                if kind in data:
                    self.unknown(data, path, keys)
                    return kind
        self.wrong(path, "no such node", data, f"text, or a mapping with one of {', '.join(kinds)}")
        return ""

    def unknown(self, data: dict[Any, Any], path: str, keys: Sequence[str]) -> None:
        for key in data:
            if key not in keys:
                self.wrong(f"{path}.{key}", "no such field here", key, f"one of {', '.join(keys)}")


_BLOCK_KEYS: dict[str, tuple[str, ...]] = {
    "paragraph": ("paragraph",),
    "heading": ("heading", "level"),
    "quote": ("quote", "by"),
    "bullets": ("bullets",),
    "numbers": ("numbers", "start"),
    "table": ("table", "head", "caption"),
    "figure": ("figure", "alt", "caption", "credit"),
    "rule": ("rule",),
}
_SPAN_KEYS: dict[str, tuple[str, ...]] = {
    "strong": ("strong",),
    "emphasis": ("emphasis",),
    "link": ("link", "href"),
    "quotation": ("quotation", "quote", "opening", "closing"),
    "speaker": ("speaker", "role", "organisation", "layout", "quote"),
    "superscript": ("superscript",),
    "subscript": ("subscript",),
    "break": ("break",),
}
