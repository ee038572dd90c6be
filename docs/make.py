"""Write the pages of the docs that are made from the code: `python docs/make.py` (or `make docs`)."""

from __future__ import annotations

from pathlib import Path

from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.table import markdown_table, reasons

HERE = Path(__file__).parent


def formats_page() -> str:
    """Return `formats.md`."""
    rows = "\n".join(
        f"| `{f.name}` | {f.title} | {f.media_type} | {', '.join(f'`{s}`' for s in f.suffixes)} |" for f in DEFAULT
    )
    return f"""# Formats

Made from the formats' own declarations by `make docs`; do not edit.

| name | what it is | media type | suffixes |
| :-- | :-- | :-- | :-- |
{rows}

## What each carries

● carried · ◐ in part · – lost. `pressrelease formats --of release.md` tells it for one release; `write(…).losses` for one
document.

{markdown_table(DEFAULT)}
## Why

{reasons(DEFAULT)}"""


if __name__ == "__main__":
    (HERE / "formats.md").write_text(formats_page(), "utf-8")
