"""Fixtures of the wire formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from wires import Judge


@pytest.fixture(scope="session")
def judge(schemas: Path) -> Judge:
    """Return the published schemas of NewsML-G2 2.35 and NITF 3.6, ready to judge."""
    return Judge(schemas)
