"""Easy Read: one idea a row with a picture, hard words explained, and a list of what holds.

``compose`` lays out a text that has already been made simpler; it changes no word of it.
"""

from literacy.easyread.compose import compose
from literacy.easyread.coverage import lost
from literacy.easyread.options import Options
from literacy.easyread.pictures import ATTRIBUTION

__all__ = ["ATTRIBUTION", "Options", "compose", "lost"]
