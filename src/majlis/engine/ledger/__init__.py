"""The ledger without its database: tree and proofs, signed notes, checkpoints, exports, and the check of entries."""

from majlis.engine.ledger.checkpoint import Checkpoint, Growth, InclusionProof
from majlis.engine.ledger.entries import Fault, Head, Row, Verification, examine
from majlis.engine.ledger.note import Note, NoteError, PublicKey, Signature, SigningKey
from majlis.engine.ledger.tree import (
    EMPTY_ROOT,
    Frontier,
    Node,
    consistency_path,
    consistency_proof,
    frontier_at,
    gather,
    inclusion_path,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

__all__ = [
    "EMPTY_ROOT",
    "Checkpoint",
    "Fault",
    "Frontier",
    "Growth",
    "Head",
    "InclusionProof",
    "Node",
    "Note",
    "NoteError",
    "PublicKey",
    "Row",
    "Signature",
    "SigningKey",
    "Verification",
    "consistency_path",
    "consistency_proof",
    "examine",
    "frontier_at",
    "gather",
    "inclusion_path",
    "inclusion_proof",
    "leaf_hash",
    "node_hash",
    "root",
    "verify_consistency",
    "verify_inclusion",
]
