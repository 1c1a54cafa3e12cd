"""The nine ideas as tables."""

from majlis.workspace.commons.models.charter import CharterCheck, RefusalCount
from majlis.workspace.commons.models.digests import Digest, DigestState
from majlis.workspace.commons.models.handling import Noted, Release, ReleaseAnswer, Restricted, Restriction
from majlis.workspace.commons.models.ledger import (
    LedgerCheck,
    LedgerCheckpoint,
    LedgerCosignature,
    LedgerEntry,
    LedgerHead,
    LedgerPerson,
    LedgerWitness,
)
from majlis.workspace.commons.models.people import Circle, Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.models.records import (
    BOUND,
    Claim,
    Contribution,
    Link,
    Question,
    Record,
    Relation,
    Source,
    Term,
)
from majlis.workspace.commons.models.releases import CountRelease, Population
from majlis.workspace.commons.models.retention import Erasure, Tombstone
from majlis.workspace.commons.models.runs import Finding, Run, RunState
from majlis.workspace.commons.models.search import SearchAudience, SearchEntry

__all__ = [
    "BOUND",
    "CharterCheck",
    "Circle",
    "Claim",
    "Contribution",
    "CountRelease",
    "Digest",
    "DigestState",
    "Erasure",
    "Finding",
    "Institution",
    "LedgerCheck",
    "LedgerCheckpoint",
    "LedgerCosignature",
    "LedgerEntry",
    "LedgerHead",
    "LedgerPerson",
    "LedgerWitness",
    "Link",
    "Member",
    "Noted",
    "Population",
    "Question",
    "Record",
    "RefusalCount",
    "Relation",
    "Release",
    "ReleaseAnswer",
    "Restricted",
    "Restriction",
    "Role",
    "RoleGrant",
    "Run",
    "RunState",
    "SearchAudience",
    "SearchEntry",
    "Source",
    "Term",
    "Tombstone",
    "User",
]
