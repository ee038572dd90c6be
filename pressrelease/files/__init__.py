"""Releases by path: load and save one, and read all that a newsroom folder holds."""

from pressrelease.files.beside import linked, pictured, places, site_path, with_missing
from pressrelease.files.disk import FileProblem, data_of, opened, whole, write_whole
from pressrelease.files.folder import (
    SITE_MARK,
    Family,
    Known,
    Loaded,
    clashes,
    families,
    inside,
    load_all,
    load_family,
    office_files,
    sources,
)
from pressrelease.files.place import Name, in_place, joined, load, load_reading, save, sluggish, spoken

__all__ = [
    "SITE_MARK",
    "Family",
    "FileProblem",
    "Known",
    "Loaded",
    "Name",
    "clashes",
    "data_of",
    "families",
    "in_place",
    "inside",
    "joined",
    "linked",
    "load",
    "load_all",
    "load_family",
    "load_reading",
    "office_files",
    "opened",
    "pictured",
    "places",
    "save",
    "site_path",
    "sluggish",
    "sources",
    "spoken",
    "whole",
    "with_missing",
    "write_whole",
]
