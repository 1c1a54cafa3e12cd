"""`python -m majlis.cli` is the `majlis` command."""

from majlis.cli import main

main()
