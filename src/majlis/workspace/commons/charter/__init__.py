"""The charter as running code: its text, one check for every rule that a program can check, counted refusals.

`book` carries the text, `register` knows which checks there must be, `guards` holds them, `report` carries them out,
`results` writes and reads what they found, `keeping` signs and keeps it, `refusals` counts.
"""
