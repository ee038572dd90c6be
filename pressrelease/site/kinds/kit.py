"""The press kit of each release: one ZIP archive with its text, every format the house offers, pictures, credits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pressrelease.characters import one_line
from pressrelease.files import site_path
from pressrelease.formats.registry import Format
from pressrelease.markup.nitf import media_type
from pressrelease.model import Asset, Release, Rendition
from pressrelease.outline import copyright_line
from pressrelease.site.archiving import safe_names, zipped
from pressrelease.site.desk import Desk
from pressrelease.site.kinds.files import beside, published
from pressrelease.site.kinds.formats import offered, written
from pressrelease.site.output import Kind, Output, Taken
from pressrelease.site.plan import Site
from pressrelease.site.settings import WITHOUT_LOOK
from pressrelease.site.summary import Summary
from pressrelease.story import figures, words
from pressrelease.wording import wording

KIT_SUFFIX = "-press-kit.zip"
ALWAYS = ("plain", "markdown", "json")
"""Formats that each kit holds, whether the house offers them or not."""
CREDITS, LICENCE, MANIFEST = "credits.txt", "LICENCE.txt", "manifest.json"
MEDIA = "media"
"""The folder of pictures and files that do not lie in that of the release."""


def kit_path(s: Summary) -> str:
    """Return where the press kit of `s` lies."""
    return f"{s.folder}/{s.name}{KIT_SUFFIX}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of a kit, as its manifest tells of it."""

    name: str
    media_type: str
    role: str
    body: bytes
    about: Mapping[str, str] = field(default_factory=dict)
    """What must be known of it to use it."""


class Text(NamedTuple):
    """A format that each kit holds a release in."""

    name: str
    suffix: str
    template: str
    there: bool
    """Whether the site has a file of it too."""


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield the press kit of `s`; a withdrawn release has none."""
    if s.life.was_withdrawn(site.now):
        return
    texts = site.shared(_texts)
    yield Output(
        kit_path(s),
        "press-kit",
        (s.name, tuple((href, _place(s, href), str(source), d) for href, source, d in beside(site, s))),
        frame=texts,
        releases=(site.take(s),),
        after=tuple(_made(s.folder, s.name, text) for text in texts if text.there),
        templates=("site/credits.txt", *(text.template for text in texts if text.template)),
    )


def _texts(site: Site) -> tuple[Text, ...]:
    there = offered(site)
    always = (site.registry.get(name) for name in ALWAYS)
    formats = {f.name: f for f in (*always, *there) if isinstance(f, Format)}
    pages = "pages" in site.newsroom.site.outputs
    return tuple(Text(f.name, f.suffixes[0], f.template, pages and f in there) for f in formats.values())


def _made(folder: str, name: str, text: Text) -> str:
    """Return where the site has the release in the `folder`, called `name`, in the format of `text`."""
    return f"{folder}/{name}{text.suffix}"


def _place(s: Summary, href: str) -> str:
    """Return where in the kit the file at `href` lies: as on the site, so that the texts beside it show it."""
    path = site_path(s.folder, href)
    inside = path.removeprefix(f"{s.folder}/")
    return inside if inside != path else f"{MEDIA}/{path.rpartition('/')[2]}"


def make(output: Output, desk: Desk) -> bytes:
    """Pack the kit: texts first, then pictures and files with their credits, then what may be done with them."""
    called, files = output.inputs
    taken = output.releases[0]
    release = desk.shown(taken)
    pieces = [_text(taken, called, text, desk) for text in output.frame]
    own = [*(piece.name for piece in pieces), CREDITS, LICENCE, MANIFEST]
    safe = safe_names([*own, *(place for _, place, _, _ in files)])[len(own) :]
    names = {href: name for (href, _, _, _), name in zip(files, safe, strict=True)}
    media = _media(release)
    pieces += [_file(release, media, href, names[href], published(Path(s))) for href, _, s, _ in files]
    if media:
        pieces.append(_plain(CREDITS, "credits", _credits(release, media, names, desk)))
    if terms := _terms(release):
        pieces.append(_plain(LICENCE, "licence", terms))
    pieces.append(Piece(MANIFEST, "application/json", "manifest", _manifest(release, pieces)))
    return zipped(((f"{called}/{p.name}", p.media_type, p.body) for p in pieces), taken.as_of)


def _text(taken: Taken, called: str, text: Text, desk: Desk) -> Piece:
    """Return the release in a format: the file that the site has of it, else written now."""
    fmt = desk.registry.get(text.name)
    body = desk.body(_made(taken.folder, called, text)) if text.there else written(taken, text.name, desk)
    return Piece(f"{called}{text.suffix}", fmt.media_type, "release", body, {"title": fmt.title})


def _media(release: Release) -> tuple[Asset, ...]:
    """Return the assets of `release`, then the pictures within its text that are none of them."""
    known = {file.href for asset in release.assets for file in asset.renditions}
    shown = {figure.src: figure for figure in figures(release.story.blocks) if figure.src not in known}
    return (
        *release.assets,
        *(
            Asset(
                renditions=(Rendition(href=src),),
                role="story",
                alt=f.alt,
                caption=words(f.caption),
                credit=f.credit,
            )
            for src, f in shown.items()
        ),
    )


def _file(release: Release, media: tuple[Asset, ...], href: str, name: str, body: bytes) -> Piece:
    asset, said = next(((a, r.media_type) for a in media for r in a.renditions if r.href == href), (None, ""))
    kind = said or media_type(href) or "application/octet-stream"
    if asset is None:
        return Piece(name, kind, "document", body)
    return Piece(name, kind, asset.role, body, {"title": asset.title, **_about(release, asset)})


def _plain(name: str, role: str, text: str) -> Piece:
    return Piece(name, "text/plain", role, text.encode())


def _credits(release: Release, media: tuple[Asset, ...], names: dict[str, str], desk: Desk) -> str:
    """Return what must be known of each picture or file to print it."""
    w = wording(release.language)
    entries = [
        (
            [names.get(r.href, r.href) for r in asset.renditions],
            [f"{w(key)}: {text}" for key, text in _about(release, asset).items() if text],
        )
        for asset in media
    ]
    return desk.templates.render("site/credits.txt", "text", entries=entries).rstrip("\n") + "\n"


def _about(release: Release, asset: Asset) -> dict[str, str]:
    terms = release.rights.usage_terms if release.rights else ""
    told = {"caption": asset.caption, "alt": asset.alt, "credit": asset.credit}
    told |= {"rights": asset.rights or copyright_line(release), "usage_terms": terms}
    return {key: one_line(text) for key, text in told.items()}


def _terms(release: Release) -> str:
    """Return what the rights of `release` say in words, or nothing."""
    rights = release.rights
    if rights is None:
        return ""
    w = wording(release.language)
    lines = [copyright_line(release), rights.usage_terms]
    lines += [f"{w('licence')}: {rights.licence}"] if rights.licence else []
    lines += [w(f"data_mining_{rights.data_mining}")] if rights.data_mining else []
    lines += [f"{w('data_mining_policy')}: {rights.data_mining_policy}"] if rights.data_mining_policy else []
    return "".join(f"{line}\n" for line in lines if line)


def _manifest(release: Release, pieces: list[Piece]) -> bytes:
    about = {n: getattr(release, n) for n in ("id", "url", "headline", "language", "version")}
    files = [
        {
            "file": piece.name,
            "media_type": piece.media_type,
            "size": len(piece.body),
            "sha256": hashlib.sha256(piece.body).hexdigest(),
            "role": piece.role,
            **{key: text for key, text in piece.about.items() if text},
        }
        for piece in pieces
    ]
    return (json.dumps({"release": about, "files": files}, ensure_ascii=False, indent=2) + "\n").encode()


KINDS = (
    Kind(
        "press-kit",
        "press-kit",
        ("press kit", "press kits"),
        make,
        of_release=of_release,
        settings=WITHOUT_LOOK,
    ),
)
