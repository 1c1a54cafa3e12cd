"""The pages of moderation: what voters offer, what is decided about it, translations and changed words."""
