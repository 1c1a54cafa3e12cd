"""The `majlis` command. Exit codes: 0 done, 2 bad input (one clear line), 1 a fault of ours."""

from __future__ import annotations

import sys
import traceback

import typer

from majlis.cli import analyse, charter, demo, importing, ledger, workspace
from majlis.cli.files import lacks_room
from majlis.engine.errors import InputError, MajlisError

app = typer.Typer(
    name="majlis",
    help="Turns what many institutions know into strategy that they can all stand behind.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(name="demo")(demo.demo)
app.command(name="analyse")(analyse.analyse)
app.command(name="import")(importing.import_)
app.add_typer(workspace.app)
app.add_typer(ledger.app, name="ledger")
app.add_typer(charter.app, name="charter")

BAD_INPUT, FAULT, INTERRUPTED = 2, 1, 130
ROOM_ADVICE = "What was saved before is kept: make room, then try again."
# Typer carries its own copy of click, or uses the installed one: its public exception leads to the right family.
UsageError = typer.BadParameter.__mro__[1]


def main() -> None:
    """Run the command and turn every outcome into its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command with `arguments` and return its exit code."""
    try:
        code = app(arguments, standalone_mode=False, prog_name="majlis")
    except (typer.Abort, KeyboardInterrupt):
        print("Interrupted; nothing was written.", file=sys.stderr)
        return INTERRUPTED
    except UsageError as error:
        error.show()
        return BAD_INPUT
    except MajlisError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT if isinstance(error, InputError) else FAULT
    except Exception as error:  # the last line of defence: whatever it is, say it in one line, then show the trace
        if lacks_room(error):
            print(f"The disk is full ({error}). {ROOM_ADVICE}", file=sys.stderr)
            return FAULT
        print(f"A fault in Majlis, not in your input: {error!r}", file=sys.stderr)
        traceback.print_exc()
        return FAULT
    return code if isinstance(code, int) else 0
