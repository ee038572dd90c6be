"""The components of an item: which of them hold its text, in which language, and which are pictures and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pressrelease.formats.wire.newsml_1_2.draft import LANG, children, formal, kind, words
from pressrelease.formats.wire.newsml_1_2.read_content import is_text, rank

TEXT = frozenset(
    "body bodytext text main maintext mainbody story article content fulltext original short long news".split()  # noqa: SIM905
)
LEAD = frozenset(["lead", "leadtext", "intro", "ingress", "chapo"])
MEDIA = frozenset(
    "photo picture image logo video audio graphic animation thumbnail preview document attachment".split()  # noqa: SIM905
)
HEADLINE = frozenset(["title", "headline", "hedline"])
SUBHEADLINE = frozenset(["subheadline", "subtitle", "subhead"])
ABSTRACT = frozenset(["abstract", "summary", "description", "teaser"])
CONTACT = frozenset(["contact", "contacts", "presscontact", "mediacontact"])
ABOUT = frozenset(["boilerplate", "about", "aboutus"])
NOTE = frozenset(["note", "editorialnote", "ednote", "editorsnote", "advisory"])
_KNOWN = TEXT | LEAD | HEADLINE | SUBHEADLINE | ABSTRACT | CONTACT | ABOUT | NOTE


@dataclass(frozen=True, slots=True)
class Leaf:
    """A component that holds text: the components around it and itself, its role, its content items."""

    chain: list[etree._Element]
    role: str
    language: str
    items: list[etree._Element]

    @property
    def is_body(self) -> bool:
        """Whether it is the text itself, or its beginning."""
        return self.role in TEXT or self.role in LEAD or not self.role


@dataclass(slots=True)
class Parts:
    """What the components of an item hold."""

    leaves: list[Leaf] = field(default_factory=list)
    media: list[etree._Element] = field(default_factory=list)
    """Components of which each is one picture or the like."""
    files: list[etree._Element] = field(default_factory=list)
    """Content items that lead to a file, beside a text."""
    references: list[etree._Element] = field(default_factory=list)
    others: list[Leaf] = field(default_factory=list)
    """Text in other languages, or in another form of the same."""


def parts_of(item: etree._Element, language: str) -> Parts:
    """Return what the components of `item` hold; `language` is the item's, `und` where it names none."""
    found = Parts()
    for top in children(item, "NewsComponent"):
        _visit(top, [], found)
    for update in children(item, "Update"):
        items = [c for c in update.iter("ContentItem") if is_text(c)]
        if items:
            found.leaves.append(Leaf([], "", "", items))
    if not any(leaf.is_body for leaf in found.leaves):
        # No role says where the text is: what has none of the other roles is it.
        found.leaves = [
            leaf if leaf.role in _KNOWN else Leaf(leaf.chain, "", leaf.language, leaf.items)
            for leaf in found.leaves
        ]
    _choose_language(found, language)
    _choose_form(found)
    return found


def _visit(component: etree._Element, chain: list[etree._Element], found: Parts) -> None:
    if _is_medium(component):
        found.media.append(component)
        return
    chain = [*chain, component]
    items = list(children(component, "ContentItem"))
    texts = [item for item in items if is_text(item)]
    found.files += filter(_is_file, items)
    if texts:
        found.leaves.append(Leaf(chain, _role(chain), _language(chain), _best(component, texts)))
    found.references += children(component, "NewsItemRef")
    for inner in children(component, "NewsComponent"):
        _visit(inner, chain, found)
    for item in children(component, "NewsItem"):
        for inner in children(item, "NewsComponent"):
            _visit(inner, chain, found)


def _is_medium(component: etree._Element) -> bool:
    """Return whether a component is one picture or the like, whatever it consists of."""
    items = list(component.iter("ContentItem"))
    if not any(map(_is_file, items)):
        return False
    if kind(formal(component.find("Role"))) in MEDIA:
        return True
    if not all(map(_is_file, items)):
        return False
    direct = any(children(component, "ContentItem"))
    told = component.find("NewsLines") is not None
    several = [c for c in component.iter("NewsComponent") if c.find("NewsLines") is not None]
    return direct or (told and len(several) == 1)


def _is_file(item: etree._Element) -> bool:
    return bool(item.get("Href")) and not is_text(item)


def _role(chain: list[etree._Element]) -> str:
    return next((r for c in reversed(chain) if (r := kind(formal(c.find("Role"))))), "")


def languages(component: etree._Element) -> Iterator[str]:
    """Yield what a component says of its language, the tag that says most first."""
    formals = [formal(e) for e in component.iterfind("DescriptiveMetadata/Language")]
    tags = [tag for tag in (*formals[:1], component.get(LANG) or "") if tag]
    if len(tags) == 2 and tags[1].lower().startswith(f"{tags[0].lower()}-"):
        tags.reverse()
    yield from tags


def _language(chain: list[etree._Element]) -> str:
    return next((tag for component in reversed(chain) for tag in languages(component)), "")


def _best(component: etree._Element, items: list[etree._Element]) -> list[etree._Element]:
    """Return the content items to read: all that follow one another, or the best where they are the same."""
    forms = {rank(item) for item in items}
    if len(items) > 1 and (len(forms) > 1 or component.get("EquivalentsList") == "yes"):
        return [max(items, key=rank)]
    return items


# --- choices -------------------------------------------------------------------------------------------------------


def primary(tag: str) -> str:
    """Return the language of a tag, whatever its country."""
    return tag.replace("_", "-").partition("-")[0].lower()


def _choose_language(found: Parts, language: str) -> None:
    """Keep the leaves of one language: the item's where there is text in it, else that of the first text."""
    spoken = [primary(leaf.language) for leaf in found.leaves if leaf.is_body and leaf.language]
    if len(set(spoken)) < 2:
        return
    wanted = primary(language) if primary(language) in spoken else spoken[0]
    found.others += [f for f in found.leaves if f.language and primary(f.language) != wanted]
    found.leaves = [f for f in found.leaves if not f.language or primary(f.language) == wanted]


def _choose_form(found: Parts) -> None:
    """Keep one of several texts that are the same: in equivalent components, or word for word."""
    kept: list[Leaf] = []
    groups: dict[int, Leaf] = {}
    said: set[str] = set()
    for leaf in found.leaves:
        text = " ".join(map(words, leaf.items)) if leaf.is_body else ""
        group = next((id(c) for c in leaf.chain[:-1] if c.get("EquivalentsList") == "yes"), 0)
        if leaf.is_body and (text in said or group):
            before = groups.get(group)
            if text in said or (before is not None and rank(before.items[0]) >= rank(leaf.items[0])):
                found.others.append(leaf)
                continue
            if before is not None:
                kept.remove(before)
                found.others.append(before)
            groups[group] = leaf
        said.add(text)
        kept.append(leaf)
    found.leaves = kept
