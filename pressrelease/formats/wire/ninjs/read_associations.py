"""Associations, and the files of an item itself, as assets, translations and related documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pressrelease.characters import one_line
from pressrelease.formats.wire.ninjs.associations import (
    ALT,
    ID,
    MAIN,
    RELATED,
    TRANSLATION,
    URL,
    file_of,
    role_of,
)
from pressrelease.formats.wire.ninjs.members import Members
from pressrelease.formats.wire.ninjs.read_texts import headline, summary, texts
from pressrelease.formats.wire.ninjs.uris import is_made
from pressrelease.markup.nitf import media_type

_ROLES = {"picture": "gallery", "graphic": "graphic", "audio": "audio", "video": "video"}
_KNOWN = frozenset({MAIN, "gallery", "logo", "document", "video", "audio", "graphic"})
_MEDIA = frozenset({"picture", "graphic", "audio", "video", "component"})


def associated(item: Members, *, ours: bool) -> Iterator[tuple[str, Any]]:
    """Yield what belongs to an item, as fields of a release by path: its own files, then its associations."""
    counts = {"assets": 0, "translations": 0, "related": 0}
    own = _own_files(item, ours)
    if own:
        yield "assets.0", own
        counts["assets"] = 1
    for name, one in item.objects("associations"):
        kind = one.text("type")
        rel = one.text("rel")
        href = _ids(one).get(URL, "")
        if _has_files(one) or kind in _MEDIA:
            of, value = "assets", asset(one, name, rel, kind, ours=ours)
            if value and not ours and value["role"] == "gallery" and not counts["assets"]:
                value["role"] = MAIN
        elif TRANSLATION in (rel, name):
            of, value = "translations", _translation(one, href)
        else:
            of, value = "related", _related(one, rel, href)
        if value:
            yield f"{of}.{counts[of]}", value
            counts[of] += 1
        else:
            one.tell("association-left-out", "an association without an address", "")


def _ids(one: Members) -> dict[str, str]:
    """Return the alternative identifiers that are texts, by role."""
    return {role: said for role, said in alternative(one.take("altids")).items() if isinstance(said, str)}


def alternative(value: Any) -> dict[str, Any]:
    """Return alternative identifiers by role, from either shape; one whose role is another's gets a number."""
    if isinstance(value, dict):
        return {role: said for role, said in value.items() if said not in (None, "")}
    found: dict[str, Any] = {}
    counts: Counter[str] = Counter()
    for one in value if isinstance(value, list) else []:
        lower = {k.lower(): v for k, v in one.items()} if isinstance(one, dict) else {"value": one}
        role, said = str(lower.get("role") or ""), lower.get("value")
        counts[role] += 1
        if said not in (None, ""):
            found.setdefault(f"{role}{counts[role]}" if counts[role] > 1 else role, said)
    return found


# --- assets --------------------------------------------------------------------------------------------------------


def _has_files(one: Members) -> bool:
    return any(name == "renditions" for name in one.names())


def is_medium(item: Members) -> bool:
    """Return whether an item is a picture or a film itself."""
    return item.text("type") in _MEDIA and _has_files(item)


def _own_files(item: Members, ours: bool) -> dict[str, Any] | None:
    """Return the files of an item; of one that is a picture or a film its texts belong to them."""
    files = list(_files(item, ours))
    if not files:
        return None
    words = _words(item) if is_medium(item) else {}
    return {"renditions": files, "role": MAIN, **{k: v for k, v in words.items() if v}}


def asset(one: Members, name: str, rel: str, kind: str, *, ours: bool) -> dict[str, Any] | None:
    """Return one asset, or None where no file of it has an address."""
    address = one.text("uri", "guid")
    files = list(_files(one, ours))
    if not files and address.lower().startswith(("http://", "https://")):
        files = [{"href": address}]
    if not files and not ours:
        return None
    ids = _ids(one)
    # Others identify a picture by one of its files; ours by the first, or by an id of its own.
    hrefs = [file.get("href") for file in (files[:1] if ours else files)]
    words = {
        "id": ids.get(ID) or ("" if is_made(address) or address in hrefs else address),
        "title": headline(texts(one, "headline")),
        "rights": one_line(one.text("copyrightnotice", "copyrightholder")),
        **_words(one),
    }
    role = role_of(name, rel)
    if not ours and role not in _KNOWN:
        role = _ROLES.get(kind, "document")
    return {"role": role, "renditions": files, **{k: v for k, v in words.items() if v}}


def _words(one: Members) -> dict[str, str]:
    """Return what is printed with a picture, and what says it to who cannot see it: often its text."""
    descriptions = texts(one, "description")
    alt = next((t.value for t in (*(d for d in descriptions if d.role == ALT), *texts(one, "body"))), "")
    return {
        "alt": one_line(alt),
        "caption": summary(t for t in descriptions if t.role != ALT),
        "credit": one_line(one.text("by", "byline", "creditline")),
    }


def _files(one: Members, ours: bool) -> Iterator[dict[str, Any]]:
    for name, file in one.objects("renditions"):
        href, mime = file.text("href"), file.text("contenttype", "mimetype")
        if not href and not ours:
            continue
        numbers = {
            "width": _whole(file, "width"),
            "height": _whole(file, "height"),
            "size": _whole(file, "sizeinbytes", "size"),
            "duration": file.number("duration"),
        }
        found: dict[str, Any] = {"href": href} if href else {}
        found["name"] = file_of(name) if ours else name
        if mime and mime != media_type(href):
            found["media_type"] = mime
        yield {**found, **{k: v for k, v in numbers.items() if v}}


def _whole(file: Members, *names: str) -> int | None:
    value = file.number(*names)
    return int(value) if value is not None and abs(value) < 1e15 else None


# --- links ---------------------------------------------------------------------------------------------------------


def _link(one: Members, href: str) -> tuple[str, str, str]:
    """Return the address, the identifier and the title of another item."""
    one.take("type", "representationtype", "rel")
    identifier = one.text("uri", "guid")
    if not href and identifier.lower().startswith(("http://", "https://")):
        href = identifier
    return (
        href,
        "" if identifier == href or is_made(identifier) else identifier,
        headline(texts(one, "headline")),
    )


def _translation(one: Members, href: str) -> dict[str, Any] | None:
    href, identifier, title = _link(one, href)
    version = one.text("version")
    found: dict[str, Any] = {
        "language": one.text("language") or "und",
        "href": href,
        "id": identifier,
        "title": title,
    }
    if version.isascii() and version.isdigit() and len(version) <= 10:
        found["version"] = int(version)
    return found


def _related(one: Members, rel: str, href: str) -> dict[str, Any] | None:
    href, identifier, title = _link(one, href)
    if not href and not is_made(identifier) and identifier:
        return None
    return {"title": title, "rel": rel or RELATED, **({"href": href} if href else {})}
