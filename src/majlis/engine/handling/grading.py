"""How far a source can be relied on and what it says believed: two scales, and the lossy way between them.

Sources: NATO AJP-2.1 (Admiralty scale: reliability A-F, credibility 1-6); Europol's 4x4 system (sources A, B, C, X;
information 1-4). A grade that is missing or unknown is the last of its scale, "cannot be judged": it never counts as
good (charter C08).
"""

from __future__ import annotations

from typing import TypeVar

from majlis.engine.finding import Frozen
from majlis.engine.handling.marking import Ladder

Scale = TypeVar("Scale", bound=Ladder)


class Reliability(Ladder):
    """Admiralty scale: how far a source can be relied on, from A, completely, to E, unreliable; F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(Ladder):
    """Admiralty scale: how far an information is believed, from 1, confirmed, to 5, improbable; 6 cannot be judged."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


class SourceCode(Ladder):
    """4x4: A no doubt about the source, B mostly reliable, C mostly unreliable, X cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


class InformationCode(Ladder):
    """4x4: 1 accurate beyond doubt, 2 known to the source itself, 3 hearsay with corroboration, 4 unknown."""

    ACCURATE = "1"
    KNOWN_TO_SOURCE = "2"
    CORROBORATED = "3"
    CANNOT_BE_JUDGED = "4"


def read(scale: type[Scale], grade: object) -> Scale:
    """Read one part of a grade as it came; what is missing or not of the scale cannot be judged."""
    text = str(grade).strip().upper()
    return next((step for step in scale if step == text), list(scale)[-1])


class Admiralty(Frozen):
    """A grading such as B2; without parts F6."""

    source: Reliability = Reliability.F
    information: Credibility = Credibility.CANNOT_BE_JUDGED

    @classmethod
    def read(cls, source: object = None, information: object = None) -> Admiralty:
        """Read a grading as it came, part by part."""
        return cls(source=read(Reliability, source), information=read(Credibility, information))

    def is_no_better_than(self, other: Admiralty) -> bool:
        """Say whether neither part is better than the other grading's."""
        return self.source >= other.source and self.information >= other.information

    def to_four(self) -> FourByFour:
        """Give the grading in 4x4. Lossy: C, D and E become C; 4, 5 and 6 become 4."""
        return FourByFour(source=SOURCES[self.source], information=INFORMATION[self.information])


class FourByFour(Frozen):
    """A grading such as B2; without parts X4."""

    source: SourceCode = SourceCode.X
    information: InformationCode = InformationCode.CANNOT_BE_JUDGED

    @classmethod
    def read(cls, source: object = None, information: object = None) -> FourByFour:
        """Read a grading as it came, part by part."""
        return cls(source=read(SourceCode, source), information=read(InformationCode, information))

    def is_no_better_than(self, other: FourByFour) -> bool:
        """Say whether neither part is better than the other grading's."""
        return self.source >= other.source and self.information >= other.information

    def to_admiralty(self) -> Admiralty:
        """Give the grading on the Admiralty scale, each part the worst that its code may stand for. Lossy."""
        source = max(grade for grade, code in SOURCES.items() if code is self.source)
        information = max(grade for grade, code in INFORMATION.items() if code is self.information)
        return Admiralty(source=source, information=information)


SOURCES = {
    Reliability.A: SourceCode.A,
    Reliability.B: SourceCode.B,
    Reliability.C: SourceCode.C,
    Reliability.D: SourceCode.C,
    Reliability.E: SourceCode.C,
    Reliability.F: SourceCode.X,
}
INFORMATION = {
    Credibility.CONFIRMED: InformationCode.ACCURATE,
    Credibility.PROBABLY_TRUE: InformationCode.KNOWN_TO_SOURCE,
    Credibility.POSSIBLY_TRUE: InformationCode.CORROBORATED,
    Credibility.DOUBTFUL: InformationCode.CANNOT_BE_JUDGED,
    Credibility.IMPROBABLE: InformationCode.CANNOT_BE_JUDGED,
    Credibility.CANNOT_BE_JUDGED: InformationCode.CANNOT_BE_JUDGED,
}
