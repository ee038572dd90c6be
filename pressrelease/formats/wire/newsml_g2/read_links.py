"""Links of an item: its own address, translations, what belongs beside it, its pictures and films."""

from __future__ import annotations

from lxml import etree

from pressrelease.formats.wire.newsml_g2.draft import LANG, Draft, children, count, own, suffix, words
from pressrelease.markup.nitf import media_type

_TEXTS = ("text/html", "application/xhtml+xml")
_MEDIA = ("image/", "video/", "audio/", "application/pdf")
_EARLIER = frozenset(
    ["previousversion", "previous", "derivedfrom", "processedfrom", "updateof", "correctionof"]
)


def read_link(draft: Draft, link: etree._Element) -> None:
    """Read one link into `draft`."""
    rel = link.get("rel") or link.get("reluri") or ""
    kind = suffix(rel)
    item = link.get("residref") or link.get("guidref") or ""
    contenttype = (link.get("contenttype") or "").lower()
    if own(link, "asset") or (kind == "associatedwith" and _is_medium(contenttype)):
        _asset(draft, link, item)
    elif kind == "translation" or kind == "translationof":
        _translation(draft, link, item)
    elif item in draft.kit:
        pass  # it is read as what it is
    elif item and item == draft.root.get("guid") and kind in ("", *_EARLIER):
        pass  # the version before: the same item, which its version says
    elif kind == "seealso" and contenttype in _TEXTS and not _title(link) and "url" not in draft.values:
        _address(draft, link)
    elif kind == "rightspolicy":
        _policy(draft, link)
    else:
        _related(draft, link, rel, item)


def _is_medium(contenttype: str) -> bool:
    return contenttype.startswith(_MEDIA)


def _title(link: etree._Element) -> str:
    inner = next((e for name, e in children(link) if name in ("title", "headline", "name")), None)
    return (link.get("title") or "") or (words(inner) if inner is not None else "")


def _address(draft: Draft, link: etree._Element) -> None:
    href = link.get("href") or ""
    if href.lower().startswith(("http://", "https://")):
        draft.put("url", href)


def _policy(draft: Draft, link: etree._Element) -> None:
    href = link.get("href") or ""
    if href.lower().startswith(("http://", "https://")):
        draft.put("rights.data_mining_policy", href)


def _translation(draft: Draft, link: etree._Element, item: str) -> None:
    language = link.get(LANG) or ""
    if not language:
        draft.leave(link, "a translation without a language")
        return
    path = draft.next("translations")
    draft.put(f"{path}.language", language)
    draft.put(f"{path}.href", link.get("href"))
    draft.put(f"{path}.id", item)
    draft.put(f"{path}.title", _title(link))


def _related(draft: Draft, link: etree._Element, rel: str, item: str) -> None:
    href = link.get("href") or ""
    if not href and not draft.is_own:
        draft.leave(link, f"{rel} {item}".strip())
        return
    path = draft.next("related")
    draft.put(f"{path}.href", href)
    draft.put(f"{path}.title", _title(link))
    if rel.startswith("pressrelease:"):
        draft.put(f"{path}.rel", rel.partition(":")[2])


# --- assets --------------------------------------------------------------------------------------------------------


def _asset(draft: Draft, link: etree._Element, item: str) -> None:
    """Read one file of an asset; several of one asset stand side by side."""
    href, title, number = link.get("href") or "", _title(link), own(link, "asset")
    last = draft.counts.get("assets", 0) - 1
    path = f"assets.{last}"
    if number:
        same = number == str(last)
    else:
        same = last >= 0 and (item, title) != ("", "") and _told(draft, path) == (item, title)
    if not same:
        if not href and not number:
            draft.leave(link)
            return
        path = draft.next("assets")
        draft.put(f"{path}.id", item)
        draft.put(f"{path}.title", title)
    file = draft.next(f"{path}.renditions")
    draft.put(f"{file}.href", href)
    known = draft.own.get(f"{file}.href")
    contenttype = link.get("contenttype") or ""
    if contenttype != media_type(known.value if known else href):
        draft.put(f"{file}.media_type", contenttype)
    draft.put(f"{file}.size", count(link.get("size")))


def _told(draft: Draft, path: str) -> tuple[str, str]:
    return draft.values.get(f"{path}.id", ""), draft.values.get(f"{path}.title", "")
