"""A document taken out of a stream of many."""

from __future__ import annotations

from typing import Self

MAX_PIECE = 10_000_000
"""The largest document of a stream, in bytes; of a larger one only one byte more than this is kept, to be refused."""


class Piece(bytes):
    """The bytes of one document, and where in the stream it begins: line and column, from 1; None: not known."""

    line: int | None
    column: int | None

    def __new__(cls, data: bytes, line: int | None = None, column: int | None = None) -> Self:
        """Make a piece of `data`."""
        piece = super().__new__(cls, data)
        piece.line = line
        piece.column = column
        return piece
