"""What the unmarked parts of a release look like, whatever wrote it: one table for each fact, for every reader.

`taken_apart` does it for a Story; the reader of plain text, which keeps how each line was set, asks the rooms below.
"""

from pressrelease.anatomy.parts import Parts, same, taken_apart

__all__ = ["Parts", "same", "taken_apart"]
