"""Releases by path: load and save one, and read all that a newsroom folder holds."""

from pressrelease.files.disk import FileProblem, data_of, opened, whole, write_whole
from pressrelease.files.folder import SITE_MARK, Loaded, inside, load_all, sources
from pressrelease.files.place import Name, in_place, joined, load, load_reading, save, sluggish

__all__ = [
    "SITE_MARK",
    "FileProblem",
    "Loaded",
    "Name",
    "data_of",
    "in_place",
    "inside",
    "joined",
    "load",
    "load_all",
    "load_reading",
    "opened",
    "save",
    "sluggish",
    "sources",
    "whole",
    "write_whole",
]
