"""House styles of the wires: reading a Dateline and printing it.

Named styles are data (`STYLES`); a dateline that was read keeps the name of the style that sets it exactly as it stood,
or else a layout of its own.
"""

from pressrelease.datelines.reading import joined, read_lead, read_line
from pressrelease.datelines.setting import Printed, UnknownStyle, printed
from pressrelease.datelines.style import STYLES, Style

__all__ = ["STYLES", "Printed", "Style", "UnknownStyle", "joined", "printed", "read_lead", "read_line"]
