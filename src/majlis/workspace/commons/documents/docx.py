"""Stub."""
def render(document): return b""
