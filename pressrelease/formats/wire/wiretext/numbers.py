"""Numbers and names that a message's slots want and a release may not name: derived, and the same each time."""

from __future__ import annotations

import re
import unicodedata
import zlib

from pressrelease.markup.degrade import degraded
from pressrelease.model import Release
from pressrelease.vocabulary import subject_code


def serial(identity: str, version: int) -> int:
    """Return the number of a version of the release that `identity` names: 1 to 9999, ever the same."""
    return zlib.crc32(f"{identity}\n{version}".encode()) % 9999 + 1


def earlier_serial(release: Release) -> int | None:
    """Return the number that the version before had; None where nothing identifies the release, or there was none."""
    return serial(release.id, release.version - 1) if release.id and release.version > 1 else None


def own_serial(release: Release) -> int:
    """Return the number of this version; without an id the headline stands for it."""
    return serial(release.id or release.headline, release.version)


def initials(release: Release) -> str:
    """Return three small letters for who sends: the dateline's credit, else the house's initials, else `prs`."""
    credit = release.dateline.credit if release.dateline else ""
    house = release.provider or release.publisher
    names = (credit, house.title if house else "")
    return next((found for name in names if (found := three_letters(name, release.language))), "prs")


def three_letters(name: str, language: str) -> str:
    """Return three small letters for a name: its first ones, the initials of several words; empty without two."""
    parts = re.findall("[A-Za-z]+", degraded(name, "ascii", language)[0])
    letters = "".join(parts) if len(parts) == 1 else "".join(p[0] for p in parts)
    return f"{letters}x"[:3].lower() if len(letters) >= 2 else ""


def topic_number(release: Release) -> int:
    """Return which of the IPTC's seventeen main subjects (1 to 17) the release names first; 0: none."""
    for subject in release.subjects:
        scheme, _, code = subject.code.partition(":")
        number = code if scheme == "subj" else subject_code(code)[0] if scheme == "medtop" else ""
        if re.fullmatch(r"\d{8}", number, re.A) and 1 <= int(number[:2]) <= 17:
            return int(number[:2])
    return 0


def slug_line(release: Release) -> str:
    """Return the keyword line of a release: its slugline, its keywords, else the first words of its headline."""
    if release.slugline:
        return release.slugline
    if release.keywords:
        return "/".join(release.keywords)
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", release.headline))[:4])
