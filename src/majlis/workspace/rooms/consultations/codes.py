"""The codes that are printed and typed: how they are drawn, shown and read."""

from __future__ import annotations

import secrets
import unicodedata

ALPHABET = "34679ACDEFGHJKLMNPQRTUWXY"  # nothing that looks like something else in it; 25 to the 11th is 51 bits
LENGTH = 11
GROUP = 4


def draw() -> str:
    """Draw a code."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def drawn_from(seed: bytes) -> str:
    """Draw a code from 32 bytes of chance: the same bytes give the same code."""
    number, letters = int.from_bytes(seed), []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


def grouped(code: str) -> str:
    """Show a code in groups, as it is printed."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read(typed: str) -> str:
    """Give the code behind what somebody typed: case, spaces, dashes and the script of the digits do not matter."""
    folded = unicodedata.normalize("NFKC", typed[:200]).upper()
    return "".join(_plain(character) for character in folded if character.isalnum())


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)
