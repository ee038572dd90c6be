"""The body of a wire document taken apart: the inverse of `pressrelease.outline`, for every reader of wires.

Where our own marks stand (classes that the templates write) they decide. A body of others' making is taken apart by
what it looks like (`pressrelease.anatomy`).
"""

from pressrelease.formats.bodies.body import Body
from pressrelease.formats.bodies.read import content_of, read_body, restore
from pressrelease.formats.bodies.whole import release_of

__all__ = ["Body", "content_of", "read_body", "release_of", "restore"]
