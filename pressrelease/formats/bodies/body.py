"""What a body says, by field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from pressrelease.findings import Finding
from pressrelease.model import Boilerplate, Contact, Dateline, Embargo, Organisation, Part, defaults
from pressrelease.story import Story


@dataclass(slots=True)
class Body:
    """What a body says. What it does not say is empty."""

    story: Story = field(default_factory=Story)
    is_ours: bool = False
    """Whether our own marks stood in it."""
    subheadline: str = ""
    dateline: Dateline | None = None
    """Read from its words, or the one that was known and is printed there."""
    states: dict[str, str] = field(default_factory=dict)
    """Our state lines by their kind: `embargo`, `correction`, `update`, `withheld`, `withdrawn`, the label left out."""
    embargo: Embargo | None = None
    """In words."""
    change: dict[str, Any] = field(default_factory=dict)
    boilerplates: list[Boilerplate] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notices: list[dict[str, Any]] = field(default_factory=list)
    """The fields of each notice."""
    provider: Organisation | None = None
    organisations: list[Organisation] = field(default_factory=list)
    assets: list[etree._Element] = field(default_factory=list)
    """The elements, marked as such, that show assets beside the story."""
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)

    def values(self) -> dict[str, Any]:
        """Return the fields of a release that the body says, by path; `over` lays what is known over them."""
        found: dict[str, Any] = {"story": self.story}
        for name in ("subheadline", "dateline", "provider"):
            if getattr(self, name):
                found[name] = getattr(self, name)
        if self.embargo is not None:
            parts = {name: getattr(self.embargo, name) for name in ("until", "binding", "printed")}
            found |= {f"embargo.{name}": value for name, value in parts.items()}
        found |= {f"change.{name}": value for name, value in self.change.items() if value}
        for name in ("boilerplates", "contacts", "organisations"):
            found |= {f"{name}.{i}": part for i, part in enumerate(getattr(self, name))}
        for i, notice in enumerate(self.notices):
            found |= {f"notices.{i}.{name}": value for name, value in notice.items() if value}
        return found


def stated(part: Part | None) -> dict[str, Any]:
    """Return the fields of a part of a release that say something, by name."""
    fields = defaults(type(part)) if part is not None else {}
    return {name: value for name, default in fields.items() if (value := getattr(part, name)) != default}
