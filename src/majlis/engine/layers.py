"""A directed acyclic graph drawn in layers, as SVG: what stands on what, in the reading direction.

Colours are the look's tokens: CSS variables on a page, plain colours in a file of its own. Layers run from the first
column on; a box stands one column after the last of those that rest on it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from majlis.engine.charts import token
from majlis.engine.text import shown

WIDTH, GAP, LINE, PAD, SPACE = 216, 56, 17, 10, 14
LINES, CHARACTERS = 3, 27
RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Box:
    """One node: a heading, its words, whether it is marked, and how its words run (found from them where empty)."""

    id: str
    heading: str
    words: str
    marked: bool = False
    direction: str = ""


Edges = Sequence[tuple[str, str]]
Painter = Callable[[str], str]


def columns(boxes: Iterable[Box], edges: Edges) -> dict[str, int]:
    """Give each box its column: the longest way to it from a box on which nothing stands; cycles are cut."""
    ids = [box.id for box in boxes]
    below: dict[str, list[str]] = {pk: [] for pk in ids}
    for upper, lower in edges:
        if upper in below and lower in below:
            below[upper].append(lower)
    order = _ordered(ids, below)
    column = dict.fromkeys(ids, 0)
    place = {pk: number for number, pk in enumerate(order)}
    for pk in order:
        for lower in below[pk]:
            if place[lower] > place[pk]:
                column[lower] = max(column[lower], column[pk] + 1)
    return column


def draw(boxes: Sequence[Box], edges: Edges, *, direction: str, alternative: str, on_page: bool = True) -> str:
    """Draw the graph; direction: `rtl` lets the columns run from the right. on_page: colours as CSS variables."""
    column = columns(boxes, edges)
    places = _places(boxes, edges, column)
    wide = (max(column.values(), default=0) + 1) * (WIDTH + GAP) - GAP + 2 * PAD
    high = max((y + _height(box) for box in boxes for _, y in [places[box.id]]), default=0) + PAD
    mirrored = direction == "rtl"
    at = {pk: (wide - x - WIDTH if mirrored else x, y) for pk, (x, y) in places.items()}
    sizes = {box.id: _height(box) for box in boxes}
    paint = _variable if on_page else token
    lines = [_edge(at[a], at[b], sizes[a], sizes[b], mirrored, paint("pass")) for a, b in edges if a in at and b in at]
    drawn = [_box(box, at[box.id], paint) for box in boxes]
    size = "" if on_page else f' width="{wide}" height="{high}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 {wide} {high}"{size} role="img"'
    ground = "" if on_page else f'<rect width="{wide}" height="{high}" fill="{token("paper")}"/>'
    return f'{head} aria-label="{escape(shown(alternative))}">{ground}{"".join(lines)}{"".join(drawn)}</svg>'


def wrapped(words: str, characters: int = CHARACTERS, lines: int = LINES) -> list[str]:
    """Break words into at most so many lines; what is cut ends with an ellipsis."""
    found: list[str] = [""]
    for word in words.split():
        joined = f"{found[-1]} {word}".strip()
        if len(joined) <= characters or not found[-1]:
            found[-1] = joined
        else:
            found.append(word)
    found = [line if len(line) <= characters + 3 else f"{line[:characters]}…" for line in found]
    return found if len(found) <= lines else [*found[: lines - 1], f"{found[lines - 1]}…"]


def reading_direction(words: str) -> str:
    """Give the direction of the first letter that has one, as `dir="auto"` does in HTML."""
    strong = (unicodedata.bidirectional(letter) for letter in words)
    first = next((kind for kind in strong if kind in RIGHT_TO_LEFT or kind == "L"), "L")
    return "rtl" if first in RIGHT_TO_LEFT else "ltr"


def _ordered(ids: Sequence[str], below: Mapping[str, Sequence[str]]) -> list[str]:
    """Order the ids so that each stands before what it rests on, wherever there is no cycle."""
    done: dict[str, None] = {}
    for start in ids:
        stack = [(start, iter(below[start]))] if start not in done else []
        entered = {start}
        while stack:
            pk, rest = stack[-1]
            lower = next((one for one in rest if one not in done and one not in entered), None)
            if lower is None:
                done[pk] = None
                stack.pop()
            else:
                entered.add(lower)
                stack.append((lower, iter(below[lower])))
    return list(reversed(done))


def _places(boxes: Sequence[Box], edges: Edges, column: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Place each column's boxes under one another, by the mean height of what stands on them."""
    above: dict[str, list[str]] = {box.id: [] for box in boxes}
    for upper, lower in edges:
        if lower in above and upper in above:
            above[lower].append(upper)
    places: dict[str, tuple[int, int]] = {}
    for number in sorted(set(column.values())):
        held = [box for box in boxes if column[box.id] == number]
        y = PAD
        for box in sorted(held, key=lambda box: _mean(places, above[box.id])):
            places[box.id] = (PAD + number * (WIDTH + GAP), y)
            y += _height(box) + SPACE
    return places


def _mean(places: Mapping[str, tuple[int, int]], ids: Sequence[str]) -> float:
    known = [places[pk][1] for pk in ids if pk in places]
    return sum(known) / len(known) if known else 0.0


def _height(box: Box) -> int:
    return 2 * PAD + LINE * (1 + len(wrapped(box.words)))


def _edge(start: tuple[int, int], end: tuple[int, int], tall: int, low: int, mirrored: bool, colour: str) -> str:
    x1, x2 = (start[0], end[0] + WIDTH) if mirrored else (start[0] + WIDTH, end[0])
    y1, y2 = start[1] + tall / 2, end[1] + low / 2
    middle = (x1 + x2) / 2
    path = f"M{x1},{y1:g}C{middle:g},{y1:g} {middle:g},{y2:g} {x2},{y2:g}"
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>'


def _box(box: Box, at: tuple[int, int], paint: Painter) -> str:
    x, y = at
    edge, fill = ("disagree", "warn-soft") if box.marked else ("line", "surface")
    outline = f'stroke="{paint(edge)}" stroke-width="{2 if box.marked else 1}"'
    shape = f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{_height(box)}" rx="6" fill="{paint(fill)}" {outline}/>'
    mark = _mark(x, y, paint("disagree"), mirrored=reading_direction(box.heading) == "rtl") if box.marked else ""
    heading = _text(box.heading, x, y + PAD + 12, 12, paint("ink-2"))
    words = "".join(
        _text(
            line,
            x,
            y + PAD + 12 + LINE * (number + 1),
            13.5,
            paint("ink"),
            box.direction or reading_direction(box.words),
        )
        for number, line in enumerate(wrapped(box.words))
    )
    return f"<g>{shape}{mark}{heading}{words}</g>"


def _mark(x: int, y: int, colour: str, *, mirrored: bool) -> str:
    """A diamond in the corner, so that a marked box is not told by its colour alone."""
    cx, cy = (x + PAD + 4 if mirrored else x + WIDTH - PAD - 4), y + PAD + 6
    return f'<path d="M{cx},{cy - 6}l6,6l-6,6l-6,-6z" fill="{colour}"/>'


def _text(words: str, x: int, y: float, size: float, colour: str, direction: str = "") -> str:
    direction = direction or reading_direction(words)
    start = x + WIDTH - PAD if direction == "rtl" else x + PAD
    family = "Noto Sans, Noto Naskh Arabic, Noto Sans Arabic, sans-serif"
    return (
        f'<text x="{start}" y="{y:g}" direction="{direction}" font-family="{family}" font-size="{size:g}"'
        f' fill="{colour}">{escape(shown(words))}</text>'
    )


def _variable(name: str) -> str:
    return f"var(--{name})"
