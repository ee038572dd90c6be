"""Write the pages of the docs that are made from the code: `python docs/make.py` (or `make docs`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from law import notices_page
from parts import EXAMPLES, anchor, parts_of, section, table

from pressrelease.checks import Rules, profiles
from pressrelease.formats.registry import DEFAULT
from pressrelease.formats.table import markdown_table, option_table, reasons
from pressrelease.markup.charsets import CODECS, NATIONAL
from pressrelease.markup.degrade import EVERYWHERE, LANGUAGES, SCRIPTS, TAKEN
from pressrelease.model import Layout, Release
from pressrelease.newsroom import OUTPUTS, Newsroom
from pressrelease.site.kinds import kinds
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
    made = {name: [kind.noun[1] for kind in kinds().values() if kind.choice == name] for name in OUTPUTS}
    outputs = "\n".join(f"| `{name}` | {', '.join(nouns)} |" for name, nouns in made.items())
    return f"""# newsroom.toml

Made from the model by `make docs`; do not edit. A newsroom is a folder with this file; `pressrelease new FOLDER` starts
one. Only `title`, `base_url` and a publisher's name must be there. A part is a table such as `[publisher]`, an entry of
a list `[[contacts]]`; fields go by their own names only:

```toml
{(EXAMPLES / "newsroom.toml").read_text("utf-8")}```

{table(Newsroom, links, without=frozenset({"root"}), defaults=True)}

{sections}

## What a site holds

Names for `[site] outputs`; a site holds all of it where the newsroom names none. `terms` and `security` make nothing
until the house says something: `[terms]` or `[rights] data_mining`, `[security]`. Well-known files
(`.well-known/security.txt`, `.well-known/tdmrep.json`), `robots.txt` and `llms.txt` belong at the root of a host; where
the site lies below a path, let the server answer for them there.

| name | what is made |
| :-- | :-- |
{outputs}

All but `pages`, `feeds`, `topic-feeds`, `sitemap`, `twins`, `press-kit` and `security` are pages or stand in them:
without `pages` they are an error. Feeds, site maps and twins without `pages` are for a house whose pages another
program serves; a warning says so.

## Search

With `pip install 'pressrelease[search]'` the site has a search page in each of its languages. It asks an index that
[Pagefind](https://pagefind.app/) makes with the site: no server is needed, and no word leaves the reader's browser. It
finds what the lists of that language show; nothing that is not public is in it. Without the library the site is built
without search, and a warning says so; where `[site] outputs` names `search` it is an error. A content security policy
must allow `'wasm-unsafe-eval'`. `pip install 'pagefind[extended]'` finds the words in Chinese and Japanese.

## Pictures and cards

What a site and its press kits give away of a picture does not say where that was taken: EXIF and XMP lose the place,
in JPEG, PNG, WebP, AVIF, HEIC and TIFF; pixels, colours and credits stay to the byte, and so does your own file. Notes
in a shape of the camera's maker stay too; videos and other files are published as they are.

With `pip install 'pressrelease[images]'` pictures get smaller copies without any camera data (`renditions`). Without it
the site is built without copies and cards, and a warning says so; where `[site] outputs` names them it is an error. A
copy that would be no smaller than its original is not made. A build warns of each picture without `alt`, and of each
file that is named as a picture and is none.

The card that other sites show of a release is set in fonts of the machine that makes it, by the
letters of each text. Arabic, Hebrew and other scripts whose letters join or run from the right need FriBiDi too
(`libfribidi0` on Debian). Where no font has the letters there is no card, never one with boxes, and a finding names the
letters; after installing fonts, build with `--clean`. A house that has its own fonts puts them into the folder and
names them:

```toml
title = "Kestrel Bay Newsroom"
base_url = "https://news.example.org/"
publisher = {{ name = "Kestrel Bay Ports" }}

[theme]
card_fonts = ["assets/Kestrel-Bold.ttf", "assets/Kestrel-Arabic.otf"]
```
"""


def checks_page() -> str:
    """Return `checks.md`: what is written there by hand, and the tables of rules and profiles behind it."""
    by_hand = (HERE / "checks.md").read_text("utf-8").partition(RULES)[0]
    rows = "\n".join(
        f"| `{rule.id}` | {rule.group} | {rule.severity} | {rule.title}{'' if rule.on else ' (off unless turned on)'} |"
        for rule in Rules(others=False)
    )
    wires = "\n".join(f"| `{p.name}` | {p.title} | {p.source} |" for p in profiles())
    return f"""{by_hand}{RULES}
Made from the rules by `make docs`. `pressrelease check --explain RULE` prints a rule's page: why it matters, who says
so, an example, what to use instead.

| rule | group | severity | what it finds |
| :-- | :-- | :-- | :-- |
{rows}

## Profiles

| profile | wire | by |
| :-- | :-- | :-- |
{wires}
"""


RULES = "## Every rule\n"
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


def charsets_page() -> str:
    """Return `charsets.md`."""
    sets = "\n".join(f"| `{name}` | {_displaced(NATIONAL[name])} |" for name in NATIONAL)
    codecs = ", ".join(f"`{name}`" for name in CODECS)
    languages = "\n".join(f"| `{language}` | {_spelled(table)} |" for language, table in LANGUAGES.items())
    return f"""# Charsets, and how letters are spelled without them

Made from the tables in `pressrelease/markup/` by `make docs`; do not edit. What `plain`, `iptc7901` and `anpa1312`
write where a charset lacks a letter or a sign; each such field is among `write(…).losses`.

## Charsets

{codecs}; and national variants of ISO 646, where letters take the places of signs:

| name | letters, and whose places they take |
| :-- | :-- |
{sets}

What is displaced is written otherwise: {_spelled(TAKEN)}.

## By language

| language | spelled |
| :-- | :-- |
{languages}

## In every language

{_spelled(EVERYWHERE)}.

Other letters lose their accents (`é` is `e`).

## Greek, Cyrillic, Arabic

{_spelled({letter: word for letter, word in SCRIPTS.items() if not letter.isupper()})}.

## Everything else

A sign that nobody writes otherwise becomes its name in brackets: ☃ is `[snowman]`. Letters of other scripts (Chinese in
Latin-1) are refused by the byte formats, or with `transliterate=True` written in Latin letters.
"""


def _displaced(table: Mapping[str, str]) -> str:
    return " ".join(f"{letter} {_code(place)}" for letter, place in table.items())


def _spelled(table: Mapping[str, str]) -> str:
    """Return a table as words, what is spelled alike together; what has no shape by its number."""
    alike: dict[str, list[str]] = {}
    for letter, instead in table.items():
        alike.setdefault(instead, []).append(letter)
    return ", ".join(
        f"{' '.join(map(_shown, letters))} → {_named(instead)}" for instead, letters in alike.items()
    )


def _named(instead: str) -> str:
    return _code(instead) if instead.strip() else "a space" if instead else "nothing"


def _shown(letters: str) -> str:
    return " ".join(f"U+{ord(c):04X}" if unicodedata.category(c)[0] in "CMZ" else _code(c) for c in letters)


def _code(text: str) -> str:
    marks = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{marks}{space}{text}{space}{marks}".replace("|", "\\|")


if __name__ == "__main__":
    (HERE / "checks.md").write_text(checks_page(), "utf-8")
    (HERE / "charsets.md").write_text(charsets_page(), "utf-8")
    (HERE / "templates.md").write_text(templates_page(), "utf-8")
    (HERE / "front-matter.md").write_text(front_matter_page(), "utf-8")
    (HERE / "newsroom.md").write_text(newsroom_page(), "utf-8")
    (HERE / "notices.md").write_text(notices_page(), "utf-8")
    (HERE / "formats.md").write_text(formats_page(), "utf-8")
