"""The figures of a story, and other addresses for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pressrelease.story.nodes import Block, Blocks, BulletList, Figure, NumberedList, Quote, Story


def figures(blocks: Blocks) -> Iterator[Figure]:
    """Yield the figures among `blocks`, in reading order: they stand among blocks only, not among words."""
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Quote():
                yield from figures(block.blocks)
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from figures(item)


def with_sources(story: Story, moved: Callable[[str], str]) -> Story:
    """Return `story`, the address of each figure what `moved` makes of it."""
    if not _shows(story.blocks):
        return story
    return Story(tuple(_block(block, moved) for block in story.blocks))


def _shows(blocks: Blocks) -> bool:
    return next(figures(blocks), None) is not None


def _block(block: Block, moved: Callable[[str], str]) -> Block:
    match block:
        case Figure():
            return replace(block, src=moved(block.src))
        case Quote() if _shows(block.blocks):
            return replace(block, blocks=tuple(_block(b, moved) for b in block.blocks))
        case BulletList() | NumberedList() if any(map(_shows, block.items)):
            return replace(block, items=tuple(tuple(_block(b, moved) for b in item) for item in block.items))
        case _:
            return block
