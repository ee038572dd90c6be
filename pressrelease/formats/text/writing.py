"""Writing a release as text in a house's order: what the plain-text writers share.

A template holds the order (each part a block that can be overridden alone), this module the parts. A release that was
read from a text of the same format keeps its own order, labels and line ends instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pressrelease.datelines import Printed, printed
from pressrelease.findings import Loss
from pressrelease.formats.registry import Gap, Job, Written
from pressrelease.formats.text.reach import reachable
from pressrelease.formats.text.setting import Part, Setting, ended, parts, set_parts
from pressrelease.model import Asset, Layout, Release, Slot
from pressrelease.wording import State, states, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How one format sets a release that brings no layout of its own."""

    format: str
    template: str
    style: str = ""
    """Style of its datelines; empty: the dateline's own."""
    credit: str = ""
    """Credit of its datelines where they name none."""
    beside: bool = False
    """A heading stands on the line above its text; else an empty line is between."""
    origin: str = ""
    """What opens the line that says whose text it is, at the end; empty: that notice stands with the others."""


COMMON: Mapping[str, Gap] = {
    "id": Gap("a text has no place for an identifier"),
    "version": Gap("a text does not count its versions"),
    "slug": Gap("names a file, not a text"),
    "slugline": Gap("for the desk's systems"),
    "summary": Gap("the text says it"),
    "publisher": Gap("the imprint names the provider, the story its subject"),
    "published": Gap("the dateline says the day", partly=True),
    "updated": Gap("not printed"),
    "expires": Gap("not printed"),
    "subjects": Gap("codes are for systems"),
    "places": Gap("the story names them"),
    "people": Gap("the story names them"),
    "organisations": Gap("the story names them"),
    "translations": Gap("not printed"),
    "urgency": Gap("not printed"),
    "genre": Gap("not printed"),
    "editor_note": Gap("never printed: for editors only"),
    "aliases": Gap("addresses it had are for the site"),
    "excuses": Gap("for whoever checks it"),
    "extra": Gap("private to those who set it"),
    "change.at": Gap("not printed"),
    "embargo.until": Gap("printed as words", "the line above the headline", True),
    "embargo.binding": Gap("not printed"),
    "embargo.printed": Gap("printed anew", "the line above the headline"),
    "dateline.zone": Gap("printed as it was printed", "dateline.zone_printed", True),
    "dateline.places.*.country": Gap("printed where the style does", partly=True),
    "dateline.places.*.region": Gap("printed where the style does", partly=True),
    "dateline.places.*.uri": Gap("not printed"),
    "**.kind": Gap("said by its words", partly=True),
    "**.jurisdiction": Gap("the citation says it"),
    "related.*.rel": Gap("not printed"),
    "rights.holder": Gap("the copyright line says it", "rights.notice", True),
    "rights.year": Gap("the copyright line says it", "rights.notice", True),
    "rights.licence": Gap("not printed"),
    "rights.data_mining": Gap("not printed"),
    "rights.data_mining_policy": Gap("not printed"),
    "assets.*.id": Gap("not printed"),
    "assets.*.role": Gap("not printed"),
    "assets.*.renditions.*.name": Gap("not printed"),
    "assets.*.renditions.*.media_type": Gap("not printed"),
    "assets.*.renditions.*.width": Gap("not printed"),
    "assets.*.renditions.*.height": Gap("not printed"),
    "assets.*.renditions.*.duration": Gap("not printed"),
    "assets.*.renditions.*.size": Gap("not printed"),
    "story.strong": Gap("its words stand without it"),
    "story.emphasis": Gap("its words stand without it"),
    "story.link": Gap("its words stand without their address"),
    "story.superscript": Gap("its words stand on the line"),
    "story.subscript": Gap("its words stand on the line"),
    "story.heading": Gap("a line by itself, of no level", partly=True),
}
"""What no plain text carries."""


def write_text(release: Release, job: Job, house: House, width: int = 0) -> Written:
    """Return `release` as `house` sets it, or in its own layout where that belongs to the same format."""
    layout = release.layout
    own = layout is not None and layout.style == house.format and bool(layout.slots)
    setting = Setting(dateline_words(release, house, own), width, release.language)
    told = states(release, job.now, job.newsroom.time_zone if job.newsroom else "")
    if own and layout is not None:
        text = _as_read(release, parts(release, setting), layout, setting, told)
        return Written(text, _unprinted(release))
    release, unreached = reachable(release)
    shown = _usual_parts(release, parts(release, setting), told)
    origin = _origin(release, shown, house) if house.origin else ""
    sheet = _Sheet(shown, setting, house)
    text = job.templates.render(
        house.template,
        "text",
        release=release,
        part=sheet.part,
        states=told,
        words=wording(release.language),
        online=_ONLINE.get(release.language.split("-")[0], _ONLINE["en"]),
        origin=origin,
    )
    return Written(text.strip("\n") + "\n", (*_unprinted(release), *unreached))


def _unprinted(release: Release) -> tuple[Loss, ...]:
    """Name the contacts that are for editors only: a text has no place that the public does not see."""
    kept = [i for i, contact in enumerate(release.contacts) if contact.for_editors]
    return tuple(Loss(f"contacts.{i}", "for editors only: never printed") for i in kept)


_ONLINE = {
    "en": "Online:",
    "de": "Online:",
    "fr": "En ligne :",
    "es": "En línea:",
    "it": "Online:",
    "nl": "Online:",
}
"""The label of the address where the text stands."""
_SOURCE = {
    "en": "Source: ",
    "de": "Quelle: ",
    "fr": "Source : ",
    "es": "Fuente: ",
    "it": "Fonte: ",
    "nl": "Bron: ",
}
"""What opens the line that says whose text it is."""


def _origin(release: Release, shown: dict[str, Part], house: House) -> str:
    """Take the notices of origin out of `shown`, and return them as the house prints them: `SOURCE Example`."""
    lines = []
    for i, notice in enumerate(release.notices):
        if notice.kind == "origin" and notice.organisation:
            shown.pop(f"notices.{i}", None)
            sent = notice.text.startswith(("übermittelt", "transmitted"))
            lines.append(house.origin + notice.organisation + (f", {notice.text}" if sent else ""))
            lines += [notice.text] if notice.text and not sent else []
            lines += [w for w in (notice.heading, notice.label, notice.citation, notice.person) if w]
    if not lines and release.publisher is not None:
        lines.append(house.origin + release.publisher.title)
    return "\n\n".join(lines)


def dateline_words(release: Release, house: House, own: bool = False) -> Printed:
    """Return the dateline in the style of `house`, or in its `own` where the text is set as it was."""
    dateline = release.dateline
    if dateline is None:
        return Printed("", "")
    if own or not house.style or dateline.style == house.style:
        return printed(dateline, release.language)
    credit = dateline.credit or house.credit
    return printed(dateline.changed(credit=credit) if credit else dateline, release.language, house.style)


def _as_read(
    release: Release, found: Mapping[str, Part], layout: Layout, setting: Setting, told: tuple[State, ...]
) -> str:
    """Return the text in its own setting. A state that its own words say is not said again."""
    said = {slot.what for slot in layout.slots}
    marked = release.change.kind != "new" and any(
        s.what in ("change", "mark", "headline") and s.label for s in layout.slots
    )
    above = [
        s
        for s in told
        if not (s.kind == "embargo" and "embargo" in said)
        and not (s.kind != "embargo" and ("change" in said or marked))
    ]
    provider = {k: v for k, v in found.items() if k not in ("embargo", "change") or k in said}
    text = set_parts(provider, layout.slots, replace(setting, width=0), usual=_usual_slot)
    lines = "".join(f"{state_line(s)}\n\n" for s in above)
    return ended(lines + text, layout)


def state_line(state: State) -> str:
    """Return a state as one line: `Correction: The earlier version said …`."""
    return f"{state.label}: {state.text}" if state.text else state.label


def _usual_slot(path: str) -> Slot:
    return Slot(what=path, label_gap=1 if path.startswith("contacts") else 2)


def _usual_parts(release: Release, found: Mapping[str, Part], told: tuple[State, ...]) -> dict[str, Part]:
    w = wording(release.language)
    shown = dict(found)
    shown["embargo"] = shown["change"] = Part()
    shown["states"] = Part(pieces=tuple(state_line(s) for s in told))
    for i, contact in enumerate(release.contacts):
        path = f"contacts.{i}"
        if path in shown and not contact.heading and (i == 0 or not release.contacts[i - 1].heading):
            shown[path] = replace(shown[path], heading=w("media_contact") + ":" if i == 0 else "")
    for i, notice in enumerate(release.notices):
        if (
            notice.kind == "origin"
            and notice.organisation
            and not (notice.layout or notice.label or notice.text)
        ):
            source = _SOURCE.get(release.language.split("-")[0], _SOURCE["en"])
            shown[f"notices.{i}"] = Part(notice.heading, (source + notice.organisation,))
    for i, asset in enumerate(release.assets):
        shown[f"assets.{i}"] = Part(asset.title, tuple(_asset_lines(asset)))
    for i, related in enumerate(release.related):
        shown[f"related.{i}"] = Part(related.title, (related.href,))
    if release.change.kind == "kill" or release.status == "canceled":
        shown["story"] = Part()
    return shown


def _asset_lines(asset: Asset) -> list[str]:
    lines = [
        asset.alt,
        *asset.caption.split("\n\n"),
        asset.credit,
        asset.rights,
        *(r.href for r in asset.renditions),
    ]
    return list(filter(None, lines))


class _Sheet:
    """Give a template the parts of a release, each once, each with the empty line behind it."""

    def __init__(self, shown: Mapping[str, Part], setting: Setting, house: House) -> None:
        self.shown = shown
        self.setting = setting
        self.house = house

    def part(self, *names: str, label: str = "", inner: int = 0, beside: bool = False) -> str:
        """Return the parts of these names (`notices` is all of them), or nothing where there are none.

        `label` stands above the first without a heading, or `beside` it; `inner` line ends part pieces.
        """
        paths = [p for name in names for p in self.shown if p == name or p.startswith(f"{name}.")]
        label_gap = (
            0 if beside else 1 if self.house.beside or names[0] in ("contacts", "assets", "related") else 2
        )
        slots = []
        for n, path in enumerate(paths):
            tight = 1 if path.startswith(("assets.", "contacts.")) else inner
            how = Slot(
                what=path,
                gap=0 if n == 0 else 2,
                label=label if n == 0 else "",
                label_gap=label_gap,
                inner=tight,
            )
            slots.append(how)
        # A lead is woven into the story, whichever block of the template prints it.
        setting = (
            self.setting
            if "story" in names
            else replace(self.setting, dateline=Printed(self.setting.dateline.line, ""))
        )
        text = set_parts({p: self.shown[p] for p in paths}, tuple(slots), setting)
        return f"{text.lstrip(chr(10))}\n\n" if text.strip() else ""
