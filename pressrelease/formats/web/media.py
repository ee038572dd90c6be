"""The pictures, films, sounds and documents of a release on its page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from pressrelease.formats.web.options import HtmlOptions
from pressrelease.markup.xhtml import against
from pressrelease.model import Asset, Rendition
from pressrelease.theme import Picture, size_words
from pressrelease.wording import wording


@dataclass(frozen=True, slots=True)
class FileView:
    """One file of an asset."""

    href: str
    path: str
    label: str
    told: Markup
    width: int | None
    height: int | None
    marked: bool
    srcset: str = ""
    sizes: str = ""


@dataclass(frozen=True, slots=True)
class AssetView:
    """An asset; `leads`: it stands at the top, the list of files only offers it; `in_story`: its figure is there."""

    path: str
    kind: str
    alt: str
    title: str
    caption: tuple[str, ...]
    credit: str
    rights: str
    files: tuple[FileView, ...]
    leads: bool
    in_story: bool = False

    @property
    def first(self) -> FileView:
        """The file that is shown."""
        return self.files[0]


SIZES = {
    "lead": "(min-width: 1320px) 1320px, 100vw",
    "story": "(min-width: 680px) 680px, 100vw",
    "desk": "(min-width: 480px) 480px, 100vw",
}
"""How wide the style sheet shows a picture, by where it stands (`sizes`, WHATWG HTML, 4.8.4.2.1)."""

_KINDS = {
    "image": "avif gif jpeg jpg png svg webp",
    "video": "m4v mov mp4 ogv webm",
    "audio": "aac flac m4a mp3 oga ogg opus wav",
}


def medium(rendition: Rendition) -> str:
    """Return `image`, `video`, `audio` or `document`, by media type, else by suffix."""
    kind = rendition.media_type.partition("/")[0].lower()
    if rendition.media_type:
        return kind if kind in _KINDS else "document"
    suffix = rendition.href.partition("?")[0].rpartition(".")[2].lower()
    return next((k for k, known in _KINDS.items() if suffix in known.split()), "document")


def asset_view(
    asset: Asset, place: int, language: str, options: HtmlOptions, leads: bool, in_story: bool = False
) -> AssetView:
    """Return `asset` (the one at index `place`) as the page shows it."""
    path = f"assets.{place}"
    kind = medium(asset.renditions[0])
    files = tuple(
        _file(
            r,
            f"{path}.renditions.{i}",
            language,
            options,
            shown=i == 0 and kind != "document" and not in_story,
            leads=leads,
        )
        for i, r in enumerate(asset.renditions)
    )
    caption = tuple(filter(None, asset.caption.split("\n\n")))
    return AssetView(
        path, kind, asset.alt, asset.title, caption, asset.credit, asset.rights, files, leads, in_story
    )


def _file(
    r: Rendition, path: str, language: str, options: HtmlOptions, *, shown: bool, leads: bool
) -> FileView:
    w = wording(language)
    kind = medium(r)
    known = options.pictures.get(r.href, Picture(r.href))
    # What was measured is so; what the release says of a file may be that of another.
    width, height = known.width or r.width, known.height or r.height
    name = r.href.partition("?")[0].rstrip("/").rpartition("/")[2] or r.href
    told = (
        r.name,
        w("pixels", width=width, height=height) if width and height else "",
        f"{int(r.duration // 60)}:{int(r.duration % 60):02d}" if r.duration else "",
        size_words(r.size) if r.size else "",
    )
    label = (
        w("picture" if kind == "image" or re.search(r"(?i)\.(tiff?|eps|psd|heic)$", name) else kind)
        + ": "
        + name
    )
    facts = Markup(" · ").join(Markup("<bdi>{}</bdi>").format(fact) for fact in told if fact)
    href = joined(options.assets_base, r.href)
    sizes = SIZES["lead" if leads else "desk"] if known.srcset else ""
    return FileView(href, path, label, facts, width, height, not shown, known.srcset, sizes)


def image_attributes(known: Picture) -> dict[str, str]:
    """Return what the `img` of a figure in the story says besides its address."""
    sides = {n: str(side) for n in ("width", "height") if (side := getattr(known, n))}
    copies = {"srcset": known.srcset, "sizes": SIZES["story"]} if known.srcset else {}
    return {**sides, **copies, "loading": "lazy", "decoding": "async"}


def joined(base: str, href: str) -> str:
    """Return `href` against `base`, where one is given."""
    return against(base, href) if base and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href) else href
