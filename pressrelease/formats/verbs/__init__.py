"""The square of verbs: in and out, plain and careful, for one release and for many.

All are pure: the same arguments give the same bytes. `now` (aware) is the present where none is given; nothing else is
read from the surroundings. All may be called from many threads.
"""

from pressrelease.formats.verbs.reading import parse, read, recognised
from pressrelease.formats.verbs.reading_many import parse_all, read_all
from pressrelease.formats.verbs.writing import render, write
from pressrelease.formats.verbs.writing_many import render_all, write_all

__all__ = [
    "parse",
    "parse_all",
    "read",
    "read_all",
    "recognised",
    "render",
    "render_all",
    "write",
    "write_all",
]
