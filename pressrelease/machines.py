"""What a newsroom says to machines: what they may do with what it publishes, and whom to tell of a fault."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from pressrelease.model import Part
from pressrelease.model.values import Language, Line, Moment, Prose, Url, Words, wrong


def _reachable(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not value.startswith(("https://", "mailto:", "tel:")):
            raise wrong(
                f"{value} is no address of a contact", "mailto:…, tel:… or https://… (RFC 9116, 2.5.3)"
            )
    return values


def _keys(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not value.startswith(("https://", "dns:", "openpgp4fpr:")):
            raise wrong(f"{value} leads to no key", "https://…, dns:… or openpgp4fpr:… (RFC 9116, 2.5.4)")
    return values


def _secure(url: str) -> str:
    if url and not url.startswith("https://"):
        raise wrong("not an https address", "https://… (RFC 9116, 2.5)")
    return url


SecureUrl = Annotated[Url, AfterValidator(_secure)]


class Security(Part):
    """`[security]`: whom to tell of a fault in the site's security (RFC 9116, `security.txt`)."""

    contacts: Annotated[tuple[Words, ...], Field(min_length=1), AfterValidator(_reachable)]
    """Addresses, the preferred one first: `mailto:security@example.org`."""
    expires: Moment
    """From when on it must not be trusted any more; a build after it fails until somebody has looked, and builds of
    the month before say so."""
    languages: tuple[Language, ...] = ()
    """Languages in which reports are understood."""
    policy: SecureUrl = ""
    """Address of the rules for reports."""
    encryption: Annotated[tuple[Words, ...], AfterValidator(_keys)] = ()
    """Addresses of keys."""
    acknowledgments: SecureUrl = ""
    """Address of the page that thanks those who reported."""


class Terms(Part):
    """`[terms]`: what machines may do with what the site publishes; nothing is said of what is left open."""

    data_mining: Literal["", "reserved", "allowed"] = ""
    """Text and data mining (Art. 4 DSM Directive); nothing: as `[rights]` says."""
    training: Literal["", "allowed", "prohibited"] = ""
    """Training of AI models."""
    input: Literal["", "allowed", "prohibited"] = ""
    """Input of AI systems that answer from sources."""
    search: Literal["", "allowed", "prohibited"] = ""
    """An index that leads readers to the pages."""
    text: Prose = ""
    """The policy in words, for the page `/terms/`."""
    licence: Url = ""
    """Address of the licence; nothing: as `[rights]` says."""
    contact: Annotated[Line, Field(pattern=r"^((https?|mailto):\S+)?$")] = ""
    """Where a licence is to be had: an address of a page, or `mailto:…`."""
    rsl: Url = ""
    """Address of an RSL file that the house keeps itself; nothing: the site makes `license.xml`."""
    signals: Annotated[bool, Field(strict=True)] = False
    """Whether `robots.txt` repeats it as a `Content-Signal`."""
    blocked: tuple[Annotated[Words, Field(pattern=r"^[A-Za-z_-]+$")], ...] = ()
    """Crawlers that `robots.txt` (RFC 9309) shuts out, by their product tokens: `GPTBot`."""

    @property
    def usages(self) -> tuple[tuple[str, str], ...]:
        """Of `search`, `input` and `training` what is said: `allowed` or `prohibited`."""
        return tuple((name, said) for name in USAGES if (said := getattr(self, name)))

    @property
    def permits(self) -> str:
        """What is allowed, in the words of RSL 1.0 (section 3.5) parted by spaces."""
        return " ".join(USAGES[name] for name, said in self.usages if said == "allowed")

    @property
    def prohibits(self) -> str:
        """What is prohibited, in the same words."""
        return " ".join(USAGES[name] for name, said in self.usages if said == "prohibited")


USAGES = {"search": "search", "input": "ai-input", "training": "ai-train"}
"""Usages as RSL 1.0 and Content Signals call them."""
