"""What others show of a page: the card of a network, the entry of a search engine; taken from the page's own bytes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup


@dataclass(frozen=True, slots=True)
class Shared:
    """A page as it is seen elsewhere; a part it does not state is empty."""

    title: str
    description: str
    image: str
    """Its address."""
    alt: str
    site: str
    host: str
    path: tuple[str, ...]
    """Parts of its address, as a search engine sets them."""
    found_as: str
    """Title in a list of search results."""
    found_with: str
    """Text beneath it."""


def shared(page: bytes) -> Shared:
    """Return what Open Graph (ogp.me) and HTML's own fields say of `page`."""
    soup = BeautifulSoup(page, "lxml", from_encoding="utf-8")
    meta: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or "")
        meta.setdefault(name, str(tag.get("content") or ""))
    link = soup.find("link", rel="canonical")
    address = urlsplit(str(link.get("href")) if link else meta.get("og:url", ""))
    title = soup.title.get_text() if soup.title else ""
    image = meta.get("og:image", "")
    return Shared(
        title=meta.get("og:title", title),
        description=meta.get("og:description", ""),
        image=urljoin(address.geturl(), image) if image else "",
        alt=meta.get("og:image:alt", ""),
        site=meta.get("og:site_name", ""),
        host=address.hostname or "",
        path=tuple(part for part in address.path.split("/") if part),
        found_as=title,
        found_with=meta.get("description", ""),
    )
