"""Write the pages of the docs that are made from the code: `python docs/make.py` (or `make docs`)."""

from __future__ import annotations

from pathlib import Path

from pressrelease.fields.names import ALIASES
from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.table import markdown_table, option_table, reasons
from pressrelease.model import Release

HERE = Path(__file__).parent


def formats_page() -> str:
    """Return `formats.md`."""
    rows = "\n".join(
        f"| `{f.name}` | {f.title} | {f.media_type} | {', '.join(f'`{s}`' for s in f.suffixes)} |"
        for f in DEFAULT
    )
    return f"""# Formats

Made from the formats' own declarations by `make docs`; do not edit.

| name | what it is | media type | suffixes |
| :-- | :-- | :-- | :-- |
{rows}

## What each carries

● carried · ◐ in part · – lost. `pressrelease formats --of release.md` tells it for one release; `write(…).losses`
for one document.

{markdown_table(DEFAULT)}
## Options

`pressrelease render … -O NAME=VALUE`, or `options={{"name": value}}` in a program. `pressrelease formats NAME`
tells those of one format.

{option_table(DEFAULT)}
## Why

{reasons(DEFAULT)}"""


def front_matter_page() -> str:
    """Return `front-matter.md`."""
    others: dict[str, list[str]] = {}
    for alias, field in ALIASES[Release].items():
        others.setdefault(field.partition(".")[0], []).append(alias)
    rows = []
    for name, field in Release.model_fields.items():
        said = (field.description or "").partition("\n")[0].replace("|", "\\|")
        also = ", ".join(f"`{a}`" for a in others.get(name, ()))
        rows.append(f"| `{name}` | {said} | {also} |")
    table = "\n".join(rows)
    return f"""# Front matter

Made from the model by `make docs`; do not edit. The same fields, by the same names, are what YAML and JSON releases
and `pressrelease.Release(…)` take. `pressrelease schema --out release.schema.json` writes the JSON Schema; an editor
completes and checks front matter that begins with `# yaml-language-server: $schema=release.schema.json`.

| field | what it is | also understood |
| :-- | :-- | :-- |
{table}

`date` is the day of the dateline; with a time and a zone also the moment of publication. `draft: true` withholds.
`quotes` (a list of `text`, `speaker`, `role`, `organisation`) find their place in the body; one that stands nowhere in
it becomes a quote of its own, at the paragraph `[quote 1]` or at the end. Names are compared without regard to case,
hyphens and underscores, singular and plural. Names that only a site generator understands are kept under `extra`; any
other unknown name is an error that tells the nearest known one.

## In the body

- A blockquote whose last line begins with a dash is a quote: `> — Ada Byron, chief engineer, Example Corp`.
- An image alone in a paragraph is a figure; its title is the caption.
- A body that opens with the dateline of the front matter has it once.
"""


if __name__ == "__main__":
    (HERE / "front-matter.md").write_text(front_matter_page(), "utf-8")
    (HERE / "formats.md").write_text(formats_page(), "utf-8")
