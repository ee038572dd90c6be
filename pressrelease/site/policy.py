"""What machines may do with what a newsroom publishes, as its settings say it: one policy that many outputs print."""

from __future__ import annotations

from dataclasses import dataclass

from pressrelease.machines import USAGES, Terms
from pressrelease.newsroom import Newsroom
from pressrelease.outline import made_copyright_line

RSL_FILE = "license.xml"


@dataclass(frozen=True, slots=True)
class Policy:
    """The terms of a newsroom, whatever it left open empty."""

    holder: str
    line: str
    """The copyright line."""
    text: str
    data_mining: str
    """`reserved`, `allowed`, or nothing."""
    usages: tuple[tuple[str, str], ...]
    """Of `search`, `input` and `training` what is said: `allowed` or `prohibited`."""
    permits: str
    """What is allowed, in the words of RSL."""
    prohibits: str
    licence: str
    contact: str
    page: str
    """Address of the page that says it in words."""
    rsl: str
    """Address of the RSL file; empty where nothing is said in its words."""
    tdm_policy: str
    signals: bool
    blocked: tuple[str, ...]

    @property
    def reservation(self) -> str:
        """`1` where text and data mining is reserved, `0` where it is allowed (TDMRep), or nothing."""
        return {"reserved": "1", "allowed": "0"}.get(self.data_mining, "")

    @property
    def content_signal(self) -> str:
        """What `robots.txt` says in a Content-Signal, or nothing."""
        said = [f"{USAGES[name]}={'yes' if value == 'allowed' else 'no'}" for name, value in self.usages]
        return ", ".join(said) if self.signals else ""


def policy(house: Newsroom) -> Policy | None:
    """Return the policy of `house` where its site has an output `terms`; None where nothing is said."""
    rights = house.rights
    mining = (house.terms.data_mining if house.terms else "") or (rights.data_mining if rights else "")
    if "terms" not in house.site.outputs or (house.terms is None and not mining):
        return None
    terms = house.terms or Terms()
    page = f"{house.base_url}terms/"
    return Policy(
        holder=(rights.holder if rights else "") or house.publisher.title,
        line=(rights.notice or made_copyright_line(rights)) if rights else "",
        text=terms.text or (rights.usage_terms if rights else ""),
        data_mining=mining,
        usages=terms.usages,
        permits=terms.permits,
        prohibits=terms.prohibits,
        licence=terms.licence or (rights.licence if rights else ""),
        contact=terms.contact,
        page=page,
        rsl=terms.rsl or (f"{house.base_url}{RSL_FILE}" if terms.usages else ""),
        tdm_policy=((rights.data_mining_policy if rights else "") or page) if mining == "reserved" else "",
        signals=terms.signals,
        blocked=terms.blocked,
    )
