"""Pictures for the web: their measures, the sizes a page offers of them, and the card that is shown where it is linked.

Pure functions from bytes to bytes: the same input gives the same bytes on one machine. What decodes and draws is
Pillow, which the extra `images` brings; it is loaded by the first picture.
"""

from __future__ import annotations

from pressrelease.pictures.cards import Card as Card
from pressrelease.pictures.cards import card as card
from pressrelease.pictures.cards import card_faces as card_faces
from pressrelease.pictures.cards import card_key as card_key
from pressrelease.pictures.faces import Faces as Faces
from pressrelease.pictures.fontfile import InvalidFont as InvalidFont
from pressrelease.pictures.location import without_location as without_location
from pressrelease.pictures.machine import fonts_digest as fonts_digest
from pressrelease.pictures.measure import Measure as Measure
from pressrelease.pictures.measure import measured as measured
from pressrelease.pictures.opening import MAX_PIXELS as MAX_PIXELS
from pressrelease.pictures.opening import ImagesMissing as ImagesMissing
from pressrelease.pictures.opening import InvalidPicture as InvalidPicture
from pressrelease.pictures.scale import copies as copies
from pressrelease.pictures.scale import picture as picture
from pressrelease.pictures.scale import scaled as scaled
from pressrelease.pictures.scale import widths as widths
