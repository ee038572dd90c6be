"""The components of an item: which of them hold its text, in which language, and which are pictures and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

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
    group: int = 0
    """Which components it is equivalent to; 0: to none."""

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
    visitor = _Visitor(found, _counts(item))
    for top in children(item, "NewsComponent"):
        visitor.visit(top, Leaf([], "", "", []))
    for update in children(item, "Update"):
        items = [c for c in update.iter("ContentItem") if is_text(c)]
        if items:
            found.leaves.append(Leaf([], "", "", items))
    if not any(leaf.is_body for leaf in found.leaves):
        # No role says where the text is: what has none of the other roles is it.
        found.leaves = [leaf if leaf.role in _KNOWN else replace(leaf, role="") for leaf in found.leaves]
    _choose_language(found, language)
    _choose_form(found)
    return found


@dataclass(slots=True)
class _Count:
    """What a component holds, at any depth."""

    files: int = 0
    texts: int = 0
    told: int = 0
    """Components with lines to show, itself among them."""


def _counts(item: etree._Element) -> dict[etree._Element, _Count]:
    """Return what each component of `item` holds, counted once from the innermost outwards."""
    found: dict[etree._Element, _Count] = {}
    for _, element in etree.iterwalk(item, events=("end",), tag="NewsComponent"):
        count = found[element] = _Count()
        for child in element:
            if child.tag == "ContentItem":
                count.files += _is_file(child)
                count.texts += not _is_file(child)
            elif child.tag == "NewsLines":
                count.told += 1
            elif child.tag in ("NewsComponent", "NewsItem"):
                inner = (child,) if child.tag == "NewsComponent" else tuple(children(child, "NewsComponent"))
                for one in (found[c] for c in inner if c in found):
                    count.files += one.files
                    count.texts += one.texts
                    count.told += one.told
    return found


class _Visitor:
    """Walk the components of an item, each once."""

    def __init__(self, found: Parts, counts: dict[etree._Element, _Count]) -> None:
        self.found = found
        self.counts = counts
        self.groups = 0

    def visit(self, component: etree._Element, around: Leaf) -> None:
        """Take what `component` holds; `around` says what the components around it say for it."""
        parts = list(children(component))
        role = next((r for e in parts if e.tag == "Role" and (r := kind(formal(e)))), "")
        if self.is_medium(component, role, parts):
            self.found.media.append(component)
            self.texts_within(component, around)
            return
        items = [e for e in parts if e.tag == "ContentItem"]
        texts = [item for item in items if is_text(item)]
        self.found.files += filter(_is_file, items)
        here = Leaf(
            [*around.chain, component],
            role or around.role,
            next(languages(component), "") or around.language,
            _best(component, texts),
            around.group,
        )
        if texts:
            self.found.leaves.append(here)
        if component.get("EquivalentsList") == "yes":
            self.groups += 1
            here = replace(here, group=self.groups)
        for inner in parts:
            if inner.tag == "NewsComponent":
                self.visit(inner, here)
            elif inner.tag == "NewsItemRef":
                self.found.references.append(inner)
            elif inner.tag == "NewsItem":
                for one in children(inner, "NewsComponent"):
                    self.visit(one, here)

    def texts_within(self, component: etree._Element, around: Leaf) -> None:
        """Take a text that comes with a film: what is told of a picture otherwise has other roles."""
        for inner in children(component, "NewsComponent"):
            role = kind(formal(inner.find("Role")))
            texts = [item for item in children(inner, "ContentItem") if is_text(item)]
            if texts and role in TEXT | LEAD:
                tongue = next(languages(inner), "") or next(languages(component), "") or around.language
                self.found.leaves.append(Leaf([*around.chain, component, inner], role, tongue, texts))

    def is_medium(self, component: etree._Element, role: str, parts: list[etree._Element]) -> bool:
        """Return whether a component is one picture or the like, whatever it consists of."""
        count = self.counts[component]
        if not count.files or role in MEDIA or count.texts:
            return bool(count.files) and role in MEDIA
        tags = {part.tag for part in parts}
        return "ContentItem" in tags or ("NewsLines" in tags and count.told == 1)


def _is_file(item: etree._Element) -> bool:
    return bool(item.get("Href")) and not is_text(item)


def languages(component: etree._Element) -> Iterator[str]:
    """Yield what a component says of its language, the tag that says most first."""
    formals = [formal(e) for e in component.iterfind("DescriptiveMetadata/Language")]
    tags = [tag for tag in (*formals[:1], component.get(LANG) or "") if tag]
    if len(tags) == 2 and tags[1].lower().startswith(f"{tags[0].lower()}-"):
        tags.reverse()
    yield from tags


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
    best: dict[int, Leaf] = {}
    for leaf in found.leaves:
        if leaf.is_body and leaf.group:
            known = best.setdefault(leaf.group, leaf)
            if rank(leaf.items[0]) > rank(known.items[0]):
                best[leaf.group] = leaf
    kept: list[Leaf] = []
    said: set[str] = set()
    for leaf in found.leaves:
        text = " ".join(map(words, leaf.items)) if leaf.is_body else ""
        is_again = leaf.is_body and (text in said or best.get(leaf.group, leaf) is not leaf)
        (found.others if is_again else kept).append(leaf)
        if leaf.is_body and not is_again:
            said.add(text)
    found.leaves = kept
