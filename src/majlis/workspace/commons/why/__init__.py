"""What a record rests on, across all rooms: the walk down, what of it a reader sees, and what has changed since."""

from majlis.workspace.commons.why.graph import Basis, Break, Node, above, ambers, beneath, walk
from majlis.workspace.commons.why.reading import Reading, read, readable

__all__ = ["Basis", "Break", "Node", "Reading", "above", "ambers", "beneath", "read", "readable", "walk"]
