"""What ANPA 1312 does not carry."""

from __future__ import annotations

from collections.abc import Mapping

from pressrelease.formats.registry import Gap
from pressrelease.formats.wire.wiretext.gaps import GAPS as COMMON

GAPS: Mapping[str, Gap] = {
    **COMMON,
    "slugline": Gap("the keyword has 24 letters of ASCII", "in words, in the notes to editors", perhaps=True),
    "urgency": Gap("in words; the priority is a letter", "in words, in the notes to editors", perhaps=True),
}
"""Path to gap; see `pressrelease.formats.wire.wiretext.gaps`."""
