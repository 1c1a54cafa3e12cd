"""The chain as a figure, with a table that says the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from majlis.engine import layers
from majlis.engine.charts import Cell, DataTable
from majlis.engine.layers import Box
from majlis.workspace.commons import words
from majlis.workspace.commons.why.reading import Reading
from majlis.workspace.commons.why.steps import Step, label_of, steps_of

DRAWN_EACH = 12


@dataclass(frozen=True)
class Picture:
    """What the figure component shows: title, caption, drawing, text alternative and table."""

    boxes: tuple[Box, ...]
    edges: tuple[tuple[str, str], ...]
    direction: str
    title: str
    caption: str
    alternative: str
    twin: DataTable

    def to_svg(self, *, on_page: bool = True) -> str:
        """Draw it for a page, or as a file of its own."""
        return layers.draw(
            self.boxes, self.edges, direction=self.direction, alternative=self.alternative, on_page=on_page
        )

    @property
    def drawing(self) -> SafeString:
        """The drawing for a page."""
        return mark_safe(self.to_svg())

    def to_png(self) -> bytes:
        """Draw it as a picture of pixels, twice as fine as a screen."""
        import vl_convert

        return vl_convert.svg_to_png(self.to_svg(on_page=False), scale=2)


def picture_of(reading: Reading, heading: str, said: str) -> Picture:
    """Draw what a single record, said with a heading, rests on; of a kind with many, the first and how many more."""
    steps = steps_of(reading, reading.nodes)
    drawn, folded = _folded(reading, steps)
    [top] = reading.basis.tops
    boxes = [Box(top, heading, words.plain(said), reading.is_amber)]
    boxes += [Box(step.id, words.plain(step.label), step.plain, step.marked, step.direction) for step in drawn]
    boxes += [_more(kind, count) for kind, count in folded.items()]
    if reading.hidden:
        boxes.append(Box("hidden", "", words.say_plain("why-hidden", count=len(reading.hidden)), reading.hides_amber))
    return Picture(
        boxes=tuple(boxes),
        edges=tuple(dict.fromkeys(_edges(reading, {step.id for step in drawn}, top))),
        direction="rtl" if words.language() == "ar" else "ltr",
        title=words.say("why-picture"),
        caption=words.say("why-picture-caption"),
        alternative=words.say_plain("why-picture-alternative", count=len(reading.nodes)),
        twin=_table(steps),
    )


def _folded(reading: Reading, steps: list[Step]) -> tuple[list[Step], Counter[str]]:
    """Keep the first of each kind, what changed before the rest, and count what is folded."""
    kept: Counter[str] = Counter()
    drawn, folded = [], Counter()
    for step in sorted(steps, key=lambda step: not step.marked):
        kept[step.kind] += 1
        if kept[step.kind] <= DRAWN_EACH:
            drawn.append(step)
        else:
            folded[step.kind] += 1
    order = {pk: number for number, pk in enumerate(reading.seen)}
    return sorted(drawn, key=lambda step: order[step.id]), folded


def _more(kind: str, count: int) -> Box:
    return Box(f"more-{kind}", words.plain(label_of(kind)), words.say_plain("why-more", count=count))


def _edges(reading: Reading, drawn: set[str], top: str) -> list[tuple[str, str]]:
    kinds = {node.id: node.kind for node in reading.nodes}

    def box(pk: str) -> str:
        return pk if pk in drawn or pk == top else f"more-{kinds[pk]}"

    found = [(box(child), box(pin.id)) for child, pin in reading.edges()]
    found += [(top, "hidden")] if reading.hidden else []
    return [(upper, lower) for upper, lower in found if upper != lower]


def _table(steps: list[Step]) -> DataTable:
    names = {step.id: step.plain for step in steps}
    headings = ("why-column-kind", "why-column-words", "why-column-beneath", "why-column-became")

    def row(step: Step) -> tuple[Cell, ...]:
        beneath = " · ".join(names[pk] for pk, _ in step.beneath if pk in names)
        return words.plain(step.label), step.plain, beneath or "–", words.plain(step.became) or "–"

    return DataTable(
        "chain", words.say_plain("why-picture"), tuple(words.say_plain(key) for key in headings), tuple(map(row, steps))
    )
