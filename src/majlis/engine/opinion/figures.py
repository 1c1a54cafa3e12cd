"""The figures and tables of an opinion map."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from majlis.engine.charts import Cell, Chart, DataTable, Spec, group_colours, group_shapes, reading_scale, token
from majlis.engine.messages import direction, say
from majlis.engine.opinion.agreement import MAJORITY

if TYPE_CHECKING:
    from majlis.engine.opinion.opinion_map import OpinionMap
    from majlis.engine.opinion.payload import Divided, GroupRow, Place, Score, Share, StatementRow

WIDTH, MAP_HEIGHT, STRIP_HEIGHT = 480, 360, 120
STEP = 2.5


class _Drawn(NamedTuple):
    """A group in the picture; size in words."""

    name: str
    size: str
    place: Place


def charts(found: OpinionMap, language: str) -> tuple[Chart, ...]:
    """The picture of the groups and the strip of statements, as far as there is something to draw."""
    drawn = []
    if any(group.place for group in found.groups):
        drawn.append(_map(found, language))
    if found.consensus:
        drawn.append(_strip(found, language))
    return tuple(drawn)


def tables(found: OpinionMap, language: str) -> tuple[DataTable, ...]:
    """All statements, and the groups."""
    return (_statements(found, language), _groups(found, language)) if found.groups else (_statements(found, language),)


def group_name(identifier: int, language: str) -> str:
    """`Group A` in the reader's language."""
    return _plain("group-name", language, id=identifier)


def _plain(key: str, language: str, **values: int | float | str) -> str:
    """A label for a drawing; drawings run left to right, so a right-to-left label marks its own direction."""
    label = say(key, language, **values).replace("\u2068", "").replace("\u2069", "")
    return f"\u200f{label}\u200f" if direction(language) == "rtl" else label


def _map(found: OpinionMap, language: str) -> Chart:
    drawn = _drawn(found, language)
    names = [group.name for group in drawn]
    scale = {"domain": names}
    colour = {"field": "group", "legend": None, "scale": {**scale, "range": group_colours(len(names))}}
    shape = {"field": "group", "legend": None, "scale": {**scale, "range": group_shapes(len(names))}}
    place = _scales(drawn, language)
    dots = [{"x": x, "y": y, "group": group.name} for group in drawn for x, y in group.place.dots]
    rings = [
        {"x": x, "y": y, "group": group.name, "step": step}
        for group in drawn
        for step, (x, y) in enumerate((*group.place.ring, *group.place.ring[:1]))
    ]
    layers: list[Spec] = [
        {
            "data": {"values": dots},
            "mark": {"type": "point", "filled": True, "size": 34, "opacity": 0.75},
            "encoding": {**place, "color": colour, "shape": shape},
        },
        {
            "data": {"values": rings},
            "mark": {"type": "line", "strokeWidth": 2.2, "color": token("ink")},
            "encoding": {**place, "detail": {"field": "group"}, "order": {"field": "step"}},
        },
        *_labels(drawn, place),
    ]
    return Chart(
        key="groups",
        title=say("chart-groups", language),
        caption=say("chart-groups-caption", language, groups=len(found.groups)),
        spec={"width": WIDTH, "height": MAP_HEIGHT, "padding": 4, "layer": layers},
        alternative=_plain("chart-groups-alternative", language, count=len(names)),
        twin=_groups(found, language),
    )


def _map_name(found: OpinionMap, group: GroupRow, language: str) -> str:
    return group_name(group.id, language) if found.several_groups else _plain("everybody", language)


def _drawn(found: OpinionMap, language: str) -> list[_Drawn]:
    """The groups that may be drawn: all or none, as their sizes are."""
    return [
        _Drawn(_map_name(found, group, language), _plain("group-size", language, count=group.size or 0), group.place)
        for group in found.groups
        if group.place
    ]


def _scales(drawn: list[_Drawn], language: str) -> Spec:
    points = [point for group in drawn for point in (*group.place.dots, *group.place.ring)]
    xs, ys = ([point[axis] for point in points] for axis in (0, 1))
    room = (max(ys) - min(ys) or 1) * 0.1
    across = {**reading_scale(direction(language)), "domain": [min(xs), max(xs)], "zero": False, "nice": False}
    along = {"domain": [min(ys) - room, max(ys) + room], "zero": False, "nice": False}
    return {
        "x": {"field": "x", "type": "quantitative", "axis": None, "scale": across},
        "y": {"field": "y", "type": "quantitative", "axis": None, "scale": along},
    }


def _labels(drawn: list[_Drawn], place: Spec) -> list[Spec]:
    """Name and size of each group, above it or, for the lower groups, below it, each with a halo."""
    middle = sum(group.place.centre[1] for group in drawn) / len(drawn)
    layers: list[Spec] = []
    for above in (True, False):
        rows: list[dict[str, Any]] = [
            {"x": group.place.centre[0], "y": _edge(group.place, above=above), "group": group.name, "size": group.size}
            for group in drawn
            if (group.place.centre[1] >= middle) == above
        ]
        first, second = (-20, -4) if above else (14, 30)
        layers += [_label(rows, place, "group", first, 15, "bold"), _label(rows, place, "size", second, 13, "normal")]
    return layers


def _label(rows: list[dict[str, Any]], place: Spec, field: str, dy: int, size: int, weight: str) -> Spec:
    halo = {"stroke": token("paper"), "strokeWidth": 4, "strokeJoin": "round", "color": token("paper")}
    text: Spec = {"type": "text", "dy": dy, "fontSize": size, "fontWeight": weight}
    encoding = {**place, "text": {"field": field}}
    drawn: list[Spec] = [{"mark": {**text, **look}, "encoding": encoding} for look in (halo, {"color": token("ink")})]
    return {"data": {"values": rows}, "layer": drawn}


def _edge(place: Place, *, above: bool) -> float:
    """Where a group's label stands: past most of its dots."""
    away = 1.6 * place.covariance[2] ** 0.5
    return float(place.centre[1] + (away if above else -away))


def _strip(found: OpinionMap, language: str) -> Chart:
    rows = {row.id: row for row in found.statements}
    stacked: Counter[float] = Counter()
    dots = []
    for identifier in found.consensus:
        share = rows[identifier].consensus
        if share is None:
            continue
        place = round(100 * share.estimate / STEP) * STEP
        stacked[place] += 1
        dots.append({"x": place, "y": stacked[place], "kind": _kind(share)})
    kinds = ["agree", "pass", "disagree"]
    across = {"domain": [0, 100], **reading_scale(direction(language))}
    highest = max(8, max(stacked.values(), default=1))
    spec: Spec = {
        "width": WIDTH,
        "height": STRIP_HEIGHT + max(0, highest - 8) * 12,
        "data": {"values": dots},
        "mark": {"type": "point", "filled": True, "size": 130, "opacity": 0.85},
        "encoding": {
            "x": {
                "field": "x",
                "type": "quantitative",
                "scale": across,
                "axis": {
                    "values": [0, 25, 50, 75, 100],
                    "grid": False,
                    "title": _plain("axis-agreement", language, groups=len(found.groups)),
                },
            },
            "y": {"field": "y", "type": "quantitative", "axis": None, "scale": {"domain": [0.4, highest + 0.6]}},
            "color": {
                "field": "kind",
                "legend": None,
                "scale": {"domain": kinds, "range": [token(kind) for kind in kinds]},
            },
            "shape": {
                "field": "kind",
                "legend": None,
                "scale": {"domain": kinds, "range": ["circle", "diamond", "square"]},
            },
        },
    }
    return Chart(
        key="statements",
        title=say("chart-statements", language, groups=len(found.groups)),
        caption=say("chart-statements-caption", language, count=len(dots), groups=len(found.groups)),
        spec=spec,
        alternative=_plain("chart-statements-alternative", language, count=len(dots)),
        twin=_ranking(found, language),
    )


def _kind(share: Share) -> str:
    if share.low > MAJORITY:
        return "agree"
    return "disagree" if share.high < MAJORITY else "pass"


def _groups(found: OpinionMap, language: str) -> DataTable:
    rows: tuple[tuple[Cell, ...], ...] = tuple((_map_name(found, g, language), g.size) for g in found.groups)
    headings: tuple[str, ...] = ("column-group", "column-people")
    if found.several_groups and found.stability:
        rows = tuple((*row, _percent(g.jaccard)) for row, g in zip(rows, found.groups, strict=True))
        headings = (*headings, "column-came-back")
    return _table("groups", rows, headings, found, language)


def _ranking(found: OpinionMap, language: str) -> DataTable:
    ranked = {row.id: row for row in found.statements}
    rows = tuple(_named(ranked[identifier], _interval(ranked[identifier].consensus)) for identifier in found.consensus)
    headings = ("column-number", "column-statement", *_consensus_columns(found))
    return _table("ranking", rows, headings, found, language)


def _statements(found: OpinionMap, language: str) -> DataTable:
    compared = found.groups if found.several_groups else ()
    bridged = any(row.bridging for row in found.statements)
    rows = tuple(
        _named(
            row,
            (
                row.votes,
                *(_percent(_part(count, row.votes)) for count in (row.agree, row.disagree, row.passed)),
                _percent(row.expected.estimate if row.expected else None),
                *(_percent(cell.share.estimate if cell.share else None) for cell in row.per_group if compared),
                *_interval(row.consensus),
                *(_interval(row.division) if compared else ()),
                *((_scored(row.bridging),) if bridged else ()),
            ),
        )
        for row in found.statements
    )
    headings = (
        *(
            "column-number",
            "column-statement",
            "column-votes",
            "column-agree",
            "column-disagree",
            "column-pass",
            "column-expected",
        ),
        *(f"{say('column-agree', language)}, {group_name(group.id, language)}" for group in compared),
        *_consensus_columns(found),
        *(("column-difference", "column-low", "column-high") if compared else ()),
        *(("column-bridging",) if bridged else ()),
    )
    return _table("statements", rows, headings, found, language)


def _consensus_columns(found: OpinionMap) -> tuple[str, str, str]:
    return ("column-least" if found.several_groups else "column-estimate", "column-low", "column-high")


def _table(
    key: str, rows: tuple[tuple[Cell, ...], ...], headings: tuple[str, ...], found: OpinionMap, language: str
) -> DataTable:
    hidden = any(cell is None for row in rows for cell in row)
    return DataTable(
        key=key,
        title=say(f"table-{key}", language, groups=len(found.groups)),
        headings=tuple(say(h, language) if h.startswith("column-") else h for h in headings),
        rows=rows,
        hidden_note=say("hidden-note", language, least=found.min_group) if hidden else "",
    )


def _named(row: StatementRow, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (row.id, row.text, *cells)


def _interval(share: Share | Divided | None) -> tuple[Cell, Cell, Cell]:
    if share is None:
        return None, None, None
    return _percent(share.estimate), _percent(share.low), _percent(share.high)


def _scored(score: Score | None) -> float | None:
    return None if score is None else round(score.estimate, 2) + 0.0


def _part(count: int | None, votes: int | None) -> float | None:
    return None if count is None or not votes else count / votes


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1) + 0.0
