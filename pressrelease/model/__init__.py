"""A release and its parts: values in the field's own terms, immutable, checked when they are made.

Moments are aware datetimes; a date or time whose zone is unknown stays apart (`Dateline`). Strings are never None:
empty means absent. A part that was read keeps how it was set in a `layout` (labels, separators and order, see
`pressrelease.patterns`), so that it can be printed back letter for letter without a copy of its text.
"""

from pressrelease.model.layout import Layout as Layout
from pressrelease.model.layout import Slot as Slot
from pressrelease.model.matter import Asset as Asset
from pressrelease.model.matter import Boilerplate as Boilerplate
from pressrelease.model.matter import Notice as Notice
from pressrelease.model.matter import NoticeKind as NoticeKind
from pressrelease.model.matter import Related as Related
from pressrelease.model.matter import Rendition as Rendition
from pressrelease.model.matter import Subject as Subject
from pressrelease.model.matter import Translation as Translation
from pressrelease.model.opening import Dateline as Dateline
from pressrelease.model.opening import Embargo as Embargo
from pressrelease.model.opening import Place as Place
from pressrelease.model.part import Part as Part
from pressrelease.model.part import defaults as defaults
from pressrelease.model.part import names_at as names_at
from pressrelease.model.part import problems as problems
from pressrelease.model.parties import Address as Address
from pressrelease.model.parties import Contact as Contact
from pressrelease.model.parties import Organisation as Organisation
from pressrelease.model.parties import Person as Person
from pressrelease.model.parties import Phone as Phone
from pressrelease.model.parties import Ticker as Ticker
from pressrelease.model.release import Release as Release
from pressrelease.model.release import Status as Status
from pressrelease.model.release import quoted as quoted
from pressrelease.model.terms import Change as Change
from pressrelease.model.terms import Rights as Rights
from pressrelease.model.values import Frozen as Frozen
from pressrelease.model.values import InvalidRelease as InvalidRelease
from pressrelease.model.values import in_zone as in_zone
from pressrelease.model.values import thawed as thawed
from pressrelease.model.values import zone_info as zone_info
