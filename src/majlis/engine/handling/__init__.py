"""Who may see a thing, and for what: the lattice of markings, the rule that reads it, the grading of sources."""

from majlis.engine.handling.grading import Admiralty, FourByFour
from majlis.engine.handling.marking import Code, Handling, Pap, Tlp, strictest
from majlis.engine.handling.policy import Viewer, is_for_nobody, may_see, visible_to

__all__ = [
    "Admiralty",
    "Code",
    "FourByFour",
    "Handling",
    "Pap",
    "Tlp",
    "Viewer",
    "is_for_nobody",
    "may_see",
    "strictest",
    "visible_to",
]
