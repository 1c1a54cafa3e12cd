"""The nine ideas as tables."""

from majlis.workspace.commons.models.digests import Digest, DigestState
from majlis.workspace.commons.models.ledger import LedgerEntry, LedgerHead
from majlis.workspace.commons.models.people import Circle, Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.models.records import Claim, Contribution, Link, Question, Record, Relation, Source, Term
from majlis.workspace.commons.models.releases import Population, Release
from majlis.workspace.commons.models.runs import Finding, Run, RunState
from majlis.workspace.commons.models.search import SearchAudience, SearchEntry

__all__ = [
    "Circle",
    "Claim",
    "Contribution",
    "Digest",
    "DigestState",
    "Finding",
    "Institution",
    "LedgerEntry",
    "LedgerHead",
    "Link",
    "Member",
    "Population",
    "Question",
    "Record",
    "Relation",
    "Release",
    "Role",
    "RoleGrant",
    "Run",
    "RunState",
    "SearchAudience",
    "SearchEntry",
    "Source",
    "Term",
    "User",
]
