"""Who may see a thing, and for what: the lattice of handling markings and the rule that reads it."""

from majlis.engine.handling.marking import Code, Handling, Pap, Tlp, strictest
from majlis.engine.handling.policy import Viewer, may_see

__all__ = ["Code", "Handling", "Pap", "Tlp", "Viewer", "may_see", "strictest"]
