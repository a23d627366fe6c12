from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from eval.report.charts import Curve, Series, bar_chart, line_chart, reliability_chart
from eval.report.svg import MARKERS, marker, path
from eval.report.words import ENGLISH
from eval.types import Bin, Score

HALF = Score(0.5, 0.25, 0.75, 8)


def parsed(drawing: str) -> ElementTree.Element:
    """Read a drawing as XML: whatever was put in, it must stay well-formed."""
    return ElementTree.fromstring(drawing)


def attribute(element: ElementTree.Element, name: str) -> float:
    return float(element.attrib[name])


def test_a_bar_is_as_long_as_its_value_and_its_whisker_as_its_interval() -> None:
    drawing = parsed(bar_chart("F1", ["direct"], [Series("pincite", (HALF,))]))
    frame, bar = drawing.findall("rect")
    assert attribute(bar, "width") == attribute(frame, "width") / 2
    whisker = next(one for one in drawing.findall("line") if one.attrib["class"] == "whisker")
    left, width = attribute(frame, "x"), attribute(frame, "width")
    assert attribute(whisker, "x1") == left + width / 4
    assert attribute(whisker, "x2") == left + width * 3 / 4


def test_the_other_series_are_marks_and_named_in_the_legend() -> None:
    drawing = bar_chart("F1", ["direct"], [Series("a", (HALF,)), Series("b", (HALF,))])
    assert drawing.count('class="bar s0"') == 2  # the bar, and its name's sample
    assert drawing.count('class="mark s1"') == 2
    assert ">b<" in drawing


def test_a_single_series_has_no_legend() -> None:
    assert ">alone<" not in bar_chart("F1", ["direct"], [Series("alone", (HALF,))])


def test_a_value_that_is_undefined_is_not_drawn() -> None:
    drawing = parsed(bar_chart("F1", ["x", "y"], [Series("a", (None, Score(None, None, None, 0)))]))
    assert len(drawing.findall("rect")) == 1  # the frame alone


def test_a_curve_runs_through_its_points_from_below_left() -> None:
    drawing = parsed(line_chart("risk", "x", "y", [Curve("a", ((0.0, 0.0), (1.0, 0.5)))]))
    frame = drawing.find("rect")
    line = drawing.find("polyline")
    assert frame is not None
    assert line is not None
    (x1, y1), (x2, y2) = (map(float, point.split(",")) for point in line.attrib["points"].split())
    left, top, side = (attribute(frame, name) for name in ("x", "y", "width"))
    assert (x1, y1) == (left, top + side)
    assert (x2, y2) == (left + side, top + side / 2)


def test_a_curve_without_points_is_left_out() -> None:
    assert path([], "curve") == ""
    assert "polyline" not in line_chart("risk", "x", "y", [Curve("a", ())])


def test_a_bin_is_a_mark_and_an_empty_one_is_none() -> None:
    bins = (Bin(0.0, 0.1, 0, None, None), Bin(0.9, 1.0, 4, 0.95, 0.5))
    drawing = reliability_chart("sure", "confidence", "share", bins)
    assert drawing.count("<circle") == 1
    assert "4 questions" in drawing


def test_every_series_has_a_shape_of_its_own() -> None:
    shapes = {re.sub(r's\d"', '"', marker((0, 0), series)) for series in range(MARKERS)}
    assert len(shapes) == MARKERS


def test_what_is_foreign_stays_text() -> None:
    hostile = "</title><script>alert(1)</script>\"' & \x00\u202e"
    drawing = bar_chart(hostile, [hostile], [Series(hostile, (HALF,)), Series("b", (HALF,))])
    assert "<script" not in drawing
    assert parsed(drawing).findall(".//script") == []
    curves = line_chart(hostile, hostile, hostile, [Curve(hostile, ((1.0, 1.0),))])
    assert parsed(curves).findall(".//script") == []


def test_a_score_is_said_with_its_interval_where_there_is_one() -> None:
    assert ENGLISH.score(HALF) == "0.50 [0.25, 0.75]"
    assert ENGLISH.score(Score(0.5, None, None, 1)) == "0.50"
    assert ENGLISH.score(Score(None, None, None, 0)) == "–"
