"""How parts of a release are set in words, in the languages of the interface.

The words stand in one TOML file a language beside this module; a language that is missing speaks English.
"""

from pressrelease.wording.languages import LANGUAGES, Wording, wording
from pressrelease.wording.moments import date_words, moment_words, months, time_words
from pressrelease.wording.parts import (
    address_lines,
    address_words,
    contact_lines,
    imprint_lines,
    notice_lines,
    organisation_words,
)
from pressrelease.wording.states import State, states

__all__ = [
    "LANGUAGES",
    "State",
    "Wording",
    "address_lines",
    "address_words",
    "contact_lines",
    "date_words",
    "imprint_lines",
    "moment_words",
    "months",
    "notice_lines",
    "organisation_words",
    "states",
    "time_words",
    "wording",
]
