"""Fixtures of the wire formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from ninjs_items import NinjsJudge
from wires import Judge


@pytest.fixture(scope="session")
def judge(schemas: Path) -> Judge:
    """Return the published schemas of NewsML-G2 2.35 and NITF 3.6, ready to judge."""
    return Judge(schemas)


@pytest.fixture(scope="session")
def ninjs_judge(schemas: Path) -> NinjsJudge:
    """Return the published schemas of ninjs, ready to judge."""
    return NinjsJudge(schemas)
