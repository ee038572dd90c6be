"""Feeds: RSS 2.0, Atom, JSON Feed. Only what is public reaches them.

`_channel` and `_items` decide each fact once for all three; `_feedgen` writes XML; `_wild` and `_reading` read.
"""
