"""`majlis ledger`: checkpoints, exports, proofs, and holding the heads of other ledgers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, NamedTuple, TextIO, TypeVar

import typer

from majlis.cli.workspace import Home, insist_on_workspace, open_workspace
from majlis.engine.errors import InputError, StorageError
from majlis.engine.ledger import Checkpoint, Fault, InclusionProof, Note, PublicKey, Verification
from majlis.engine.ledger.checkpoint import PROOF
from majlis.engine.ledger.export import Title, check, read, write


class Seen(NamedTuple):
    """A head that somebody else kept, and the ledger's key that lies beside it, where one does."""

    path: Path
    note: Note
    key: PublicKey | None

    @property
    def origin(self) -> str:
        """The name under which it was signed."""
        return Checkpoint.read(self.note).origin

    @property
    def size(self) -> int:
        """How many entries it covers."""
        return Checkpoint.read(self.note).size

    def is_signed(self, keys: Iterable[PublicKey]) -> bool:
        """Whether a key of the ledger, or the one beside it, signed it under the name that it bears."""
        known = [*keys, *([self.key] if self.key else ())]
        return any(key.name == self.origin and key.verifies(self.note) for key in known)


app = typer.Typer(help="Prove what the ledger holds, and hold what others' ledgers prove.", no_args_is_help=True)
Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; - is the screen.")]
SCREEN = Path("-")
T = TypeVar("T")


@app.command()
def checkpoint(
    since: Annotated[
        int | None, typer.Option("--from", min=0, help="With the proof that it continues so many entries.")
    ] = None,
    output: Output = SCREEN,
    home: Home = None,
) -> None:
    """Sign the ledger's present head, as a file for whoever holds it."""
    _opened(home)
    from majlis.cli.files import write_whole
    from majlis.workspace.commons import checkpoints

    if checkpoints.latest() is None or checkpoints.is_due(1):
        checkpoints.make_checkpoint()
    made = checkpoints.growth(since) if since is not None else checkpoints.published(checkpoints.latest())
    write_whole(output, str(made))


@app.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write the entries, as JSON lines.")],
    home: Home = None,
) -> None:
    """Write every entry with a signed checkpoint; the file needs no workspace to be verified."""
    _opened(home)
    from majlis.workspace.commons import checkpoints, ledger

    made, key = checkpoints.make_checkpoint(), checkpoints.signing_key().public
    lines = write(Title(key, checkpoints.published(made)), ledger.rows(made.size))
    _write_lines(file, _shown(lines, made.size + 1, "writing"))
    typer.echo(f"{made.size} entries. The key that signs: {key}")


@app.command()
def verify(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="An export or a proof; without one, this workspace's ledger is checked."),
    ] = None,
    witness: Annotated[
        list[Path] | None, typer.Option(metavar="CHECKPOINT", help="A head that somebody else kept; may be repeated.")
    ] = None,
    key: Annotated[str, typer.Option(metavar="KEY", help="The key that must have signed, as you were told it.")] = "",
    home: Home = None,
) -> None:
    """Check a ledger and name the first bad entry; exit code 1 where there is one."""
    from majlis.cli.witness import Kept, read_note

    heads = [Seen(path, read_note(path), Kept(path).known_log_key) for path in witness or []]
    if file is None:
        found, keys = _verified_here(home, [head.note for head in heads])
        _report(found, heads, keys)
        return
    try:
        _verify_file(file, heads, key)
    except UnicodeDecodeError:
        raise InputError(f"{file}: expected text in UTF-8") from None


@app.command()
def proof(
    index: Annotated[int, typer.Argument(metavar="INDEX", min=0, help="The entry's number.")],
    output: Output = SCREEN,
    home: Home = None,
) -> None:
    """Write the proof that an entry stands in the ledger; it carries the entry and can be verified anywhere."""
    _opened(home)
    from majlis.cli.files import write_whole
    from majlis.workspace.commons import checkpoints

    last = checkpoints.latest()
    if last is None or index >= last.size:
        checkpoints.make_checkpoint()
    write_whole(output, str(checkpoints.proof_of(index, leaf=True)))


@app.command()
def witness(
    place: Annotated[str, typer.Argument(metavar="ADDRESS|FILE", help="A workspace's address, or a file from it.")],
    keep: Annotated[Path, typer.Option(metavar="FILE", help="Where you hold the head; your key lies beside it.")],
    name: Annotated[str, typer.Option(help="The first time: under which name you sign.")] = "",
    log_key: Annotated[str, typer.Option(help="The first time: the ledger's key, as its institution tells you.")] = "",
) -> None:
    """Hold the head of a ledger: verify that it continues the one you hold, sign it, keep it."""
    from majlis.cli import outside
    from majlis.cli import witness as witnesses

    done = witnesses.witness(place, witnesses.Kept(keep), name=name, log_key=log_key)
    typer.echo(f"{done.head.origin}: {done.head.size} entries hold, {done.head.size - done.before} of them new to you.")
    if done.trusted:
        typer.echo(f"The ledger's key was taken on trust; compare it with what its institution says: {done.trusted}")
    typer.echo(f"You sign with: {done.own}")
    if not outside.is_address(place):
        typer.echo(f"Give {keep} to the workspace: it shows that you hold this head.")
        return
    try:
        typer.echo(outside.post(f"{witnesses.base(place)}/cosignatures", str(done.note)).strip())
    except InputError as refusal:
        typer.echo(f"Your head is kept. The workspace did not take your signature: {refusal}", err=True)


@app.command("new-key")
def new_key(home: Home = None) -> None:
    """Sign under a new name from now on: after the key was lost, or a backup was put back."""
    _opened(home)
    from majlis.workspace.commons import checkpoints

    made = checkpoints.change_key()
    typer.echo(f"The ledger signs as {made.key.name} now. Tell those who hold its heads this key: {made.key}")


def _opened(home: Path | None) -> None:
    open_workspace(home)
    insist_on_workspace()


def _verified_here(home: Path | None, notes: list[Note]) -> tuple[Verification, list[PublicKey]]:
    _opened(home)
    from majlis.workspace.commons import checkpoints

    return checkpoints.verify(notes), checkpoints.public_keys()


def _verify_file(file: Path, heads: list[Seen], key: str) -> None:
    with _opened_file(file) as lines:
        first = lines.readline()
        lines.seek(0)
        if first.rstrip("\n") == PROOF:
            _verify_proof(lines.read(), key)
            return
        title, rows = read(lines, str(file))
        if key and PublicKey.parse(key) != title.key:
            typer.echo(f"{file} is signed by {title.key}, not by the key that you gave.")
            raise typer.Exit(1)
        found = check(title, _shown(rows, title.head.size, "checking"), [head.note for head in heads])
        _report(found, heads, [title.key], title.head.origin, is_told=bool(key))


def _verify_proof(written: str, key: str) -> None:

    shown = InclusionProof.parse(written)
    if not key or shown.leaf is None:
        raise InputError("A proof is verified with --key, the key of its ledger, and needs the entry inside.")
    if not shown.shows(shown.leaf, PublicKey.parse(key)):
        typer.echo(f"Entry {shown.index} is not proven: it, the proof or the signature was changed.")
        raise typer.Exit(1)
    head = Checkpoint.read(shown.note)
    typer.echo(f"Entry {shown.index} stands in {head.origin} of {head.size} entries:")
    typer.echo(shown.leaf.decode())


def _report(
    found: Verification, heads: list[Seen], keys: list[PublicKey], origin: str = "", *, is_told: bool = True
) -> None:
    if not found.holds:
        typer.echo(_said(found))
        if origin and (others := sorted({head.origin for head in heads} - {origin})):
            typer.echo(f"Look whether it is a head of this ledger: it was signed as {', '.join(others)}.")
        raise typer.Exit(1)
    if strange := [head for head in heads if not head.is_signed(keys)]:
        named = ", ".join(f"{head.path} (as {head.origin})" for head in strange)
        typer.echo(
            f"The entries hold, but no key of this ledger signed {named}: it shows nothing. The key of an earlier name "
            "is looked for beside the head (.log-key)."
        )
        raise typer.Exit(1)
    covered = max((head.size for head in heads), default=0)
    if not is_told and any(head.key and head.key not in keys for head in heads):
        typer.echo(
            f"The first {covered} entries hold; those after them are signed by another key than lies beside the head: "
            f"{keys[0]}. Ask the ledger's institution whether this is its key now, and give it with --key."
        )
        raise typer.Exit(1)
    typer.echo(f"{found.size} entries hold, root {found.root}")
    if heads:
        typer.echo(f"The heads that somebody else kept cover the first {covered} of them.")
    else:
        typer.echo("Without a head that somebody else kept (--witness), a ledger written anew would look the same.")


def _said(found: Verification) -> str:
    if found.fault is Fault.REBUILT:
        return (
            f"These are not the {found.size} entries that a head covers (rebuilt): entry {found.index} or one after it "
            f"was written anew. Only what stands before entry {found.index} is known to be good."
        )
    where = "What stands beside the entries" if found.index is None else f"Entry {found.index}"
    return f"{where} is bad: {found.fault}. {found.size} entries before that hold together."


def _shown(items: Iterable[T], total: int, label: str) -> Iterator[T]:
    """Pass items on and show on a terminal how far they are."""
    from rich.console import Console
    from rich.progress import track

    return iter(track(items, label, total=total, console=Console(stderr=True), transient=True))


def _opened_file(file: Path) -> TextIO:
    try:
        return file.open(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from None


def _write_lines(file: Path, lines: Iterable[str]) -> None:
    """Write lines to a file, whole or not at all, without holding them in memory."""
    draft = file.with_name(f".{file.name}.draft")
    try:
        with draft.open("w", encoding="utf-8", newline="") as opened:
            opened.writelines(lines)
        draft.replace(file)
    except OSError as error:
        raise StorageError(f"{file}: could not be written ({error.strerror}); what stood there is kept") from None
    finally:
        draft.unlink(missing_ok=True)
