"""One structured press release in, every channel out.

>>> import pressrelease as pr
>>> release = pr.Release(headline="Harbour opens", story="The harbour opened on Monday.")
>>> "Harbour opens" in pr.render(release, "plain")
True

Names are loaded when first used: importing this package costs a few milliseconds.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pressrelease.characters import cleaned as cleaned
    from pressrelease.checks import Case as Case
    from pressrelease.checks import Hit as Hit
    from pressrelease.checks import Profile as Profile
    from pressrelease.checks import Rule as Rule
    from pressrelease.checks import Rules as Rules
    from pressrelease.checks import check as check
    from pressrelease.errors import PressReleaseError as PressReleaseError
    from pressrelease.errors import Problem as Problem
    from pressrelease.files import FileProblem as FileProblem
    from pressrelease.files import load as load
    from pressrelease.files import save as save
    from pressrelease.findings import Edit as Edit
    from pressrelease.findings import Finding as Finding
    from pressrelease.findings import Loss as Loss
    from pressrelease.findings import Where as Where
    from pressrelease.formats.document import Cache as Cache
    from pressrelease.formats.document import Document as Document
    from pressrelease.formats.document import WriteReport as WriteReport
    from pressrelease.formats.registry import Collection as Collection
    from pressrelease.formats.registry import Format as Format
    from pressrelease.formats.registry import Gap as Gap
    from pressrelease.formats.registry import Head as Head
    from pressrelease.formats.registry import Job as Job
    from pressrelease.formats.registry import Reading as Reading
    from pressrelease.formats.registry import Registry as Registry
    from pressrelease.formats.registry import Source as Source
    from pressrelease.formats.registry import UnknownFormat as UnknownFormat
    from pressrelease.formats.registry import Unreadable as Unreadable
    from pressrelease.formats.registry import Unwritable as Unwritable
    from pressrelease.formats.registry import Written as Written
    from pressrelease.formats.verbs import parse as parse
    from pressrelease.formats.verbs import parse_all as parse_all
    from pressrelease.formats.verbs import read as read
    from pressrelease.formats.verbs import read_all as read_all
    from pressrelease.formats.verbs import recognised as recognised
    from pressrelease.formats.verbs import render as render
    from pressrelease.formats.verbs import render_all as render_all
    from pressrelease.formats.verbs import write as write
    from pressrelease.formats.verbs import write_all as write_all
    from pressrelease.markup.html import story_from_html as story_from_html
    from pressrelease.markup.markdown import story_from_markdown as story_from_markdown
    from pressrelease.model import Address as Address
    from pressrelease.model import Asset as Asset
    from pressrelease.model import Boilerplate as Boilerplate
    from pressrelease.model import Change as Change
    from pressrelease.model import Contact as Contact
    from pressrelease.model import Dateline as Dateline
    from pressrelease.model import Embargo as Embargo
    from pressrelease.model import InvalidRelease as InvalidRelease
    from pressrelease.model import Layout as Layout
    from pressrelease.model import Notice as Notice
    from pressrelease.model import Organisation as Organisation
    from pressrelease.model import Person as Person
    from pressrelease.model import Phone as Phone
    from pressrelease.model import Place as Place
    from pressrelease.model import Related as Related
    from pressrelease.model import Release as Release
    from pressrelease.model import Rendition as Rendition
    from pressrelease.model import Rights as Rights
    from pressrelease.model import Slot as Slot
    from pressrelease.model import Subject as Subject
    from pressrelease.model import Ticker as Ticker
    from pressrelease.model import Translation as Translation
    from pressrelease.newsroom import InvalidNewsroom as InvalidNewsroom
    from pressrelease.newsroom import Newsroom as Newsroom
    from pressrelease.site import BuildReport as BuildReport
    from pressrelease.site import build as build
    from pressrelease.story import InvalidStory as InvalidStory
    from pressrelease.story import Quoted as Quoted
    from pressrelease.story import Story as Story
    from pressrelease.templating import TemplateError as TemplateError
    from pressrelease.templating import Templates as Templates
    from pressrelease.validation import validate as validate

_HOMES = {
    "characters": "cleaned",
    "checks": "Case Hit Profile Rule Rules check",
    "errors": "PressReleaseError Problem",
    "findings": "Edit Finding Loss Where",
    "files": "FileProblem load save",
    "formats.document": "Cache Document WriteReport",
    "formats.registry": (
        "Collection Format Gap Head Job Reading Registry Source UnknownFormat Unreadable Unwritable Written"
    ),
    "formats.verbs": "parse parse_all read read_all recognised render render_all write write_all",
    "markup.html": "story_from_html",
    "markup.markdown": "story_from_markdown",
    "model": (
        "Address Asset Boilerplate Change Contact Dateline Embargo InvalidRelease Layout Notice Organisation Person"
        " Phone Place Related Release Rendition Rights Slot Subject Ticker Translation"
    ),
    "newsroom": "InvalidNewsroom Newsroom",
    "site": "BuildReport build",
    "story": "InvalidStory Quoted Story",
    "templating": "TemplateError Templates",
    "validation": "validate",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
__all__ = [*_HOME]  # noqa: PLE0604 - names as text, each tested to resolve


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(import_module(f"pressrelease.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - reads the disk; only for who asks

        return version("pressrelease")
    raise AttributeError(f"module 'pressrelease' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
