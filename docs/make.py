"""Write the pages of the docs that are made from the code: `python docs/make.py` (or `make docs`)."""

from __future__ import annotations

from pathlib import Path

from parts import EXAMPLES, anchor, parts_of, section, table

from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.table import markdown_table, option_table, reasons
from pressrelease.model import Layout, Release
from pressrelease.newsroom import Newsroom
from pressrelease.templating import Templates, builtin

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
    parts = parts_of(Release, frozenset({Layout}))
    links = {kind: anchor(paths) for kind, paths in parts.items()}
    sections = "\n\n".join(section(kind, paths, links) for kind, paths in parts.items())
    return f"""# Front matter

Made from the model by `make docs`; do not edit. The same fields, by the same names, are what YAML and JSON releases
and `pressrelease.Release(…)` take. `pressrelease schema --out release.schema.json` writes the JSON Schema; an editor
completes and checks front matter that begins with `# yaml-language-server: $schema=release.schema.json`.

Only `headline` must be there. Names are compared without regard to case, hyphens and underscores, singular and plural;
one thing stands for a list of one. Names that only a site generator understands are kept under `extra`; any other
unknown name is an error that tells the nearest known one.

{table(Release, links)}

`date` is the day of the dateline; with a time and a zone also the moment of publication. `draft: true` withholds.
`quotes` (a list of `text`, `speaker`, `role`, `organisation`) find their place in the body; one that stands nowhere in
it becomes a quote of its own, at the paragraph `[quote 1]` or at the end. A moment has a zone
(`2026-03-02T09:00+01:00`) or takes the `time_zone` of `newsroom.toml`. A value that holds `: ` or begins with one of
``[ ] {{ }} @ % & * ! | > ` `` stands in quotes.

## In the body

- A blockquote whose last line begins with a dash is a quote: `> — Ada Byron, chief engineer, Example Corp`.
- An image alone in a paragraph is a figure; its title is the caption.
- A body that opens with the dateline of the front matter has it once.

{sections}
"""


def newsroom_page() -> str:
    """Return `newsroom.md`."""
    ours = parts_of(Newsroom, frozenset(parts_of(Release, frozenset())))
    there = parts_of(Release, frozenset({Layout}))
    links = {
        **{kind: f"front-matter.md{anchor(paths)}" for kind, paths in there.items()},
        **{kind: anchor(paths) for kind, paths in ours.items()},
    }
    sections = "\n\n".join(section(kind, paths, links, defaults=True) for kind, paths in ours.items())
    return f"""# newsroom.toml

Made from the model by `make docs`; do not edit. A newsroom is a folder with this file; `pressrelease new FOLDER` starts
one. Only `title`, `base_url` and a publisher's name must be there. A part is a table such as `[publisher]`, an entry of
a list `[[contacts]]`; fields go by their own names only:

```toml
{(EXAMPLES / "newsroom.toml").read_text("utf-8")}```

{table(Newsroom, links, without=frozenset({"root"}), defaults=True)}

{sections}
"""


BLOCKS = "## Every template and its blocks\n"


def templates_page() -> str:
    """Return `templates.md`: what is written there by hand, and the table of templates behind it."""
    by_hand = (HERE / "templates.md").read_text("utf-8").partition(BLOCKS)[0]
    names = sorted(str(file.relative_to(builtin())) for file in builtin().rglob("*.*"))
    rows = "\n".join(
        f"| `{name}` | {', '.join(f'`{b}`' for b in Templates().blocks(name))} |" for name in names
    )
    return f"""{by_hand}{BLOCKS}
Made from `templates/` by `make docs`. The comment that opens a template says what it makes.

| template | blocks |
| :-- | :-- |
{rows}
"""


if __name__ == "__main__":
    (HERE / "templates.md").write_text(templates_page(), "utf-8")
    (HERE / "front-matter.md").write_text(front_matter_page(), "utf-8")
    (HERE / "newsroom.md").write_text(newsroom_page(), "utf-8")
    (HERE / "formats.md").write_text(formats_page(), "utf-8")
