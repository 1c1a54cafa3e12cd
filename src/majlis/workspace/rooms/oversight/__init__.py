"""The oversight room, which asks whether the rules are kept."""
