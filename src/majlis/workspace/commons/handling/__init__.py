"""Handling in the workspace: who will see a record, in words; releases, narrowings, recalls, and what they reach."""
