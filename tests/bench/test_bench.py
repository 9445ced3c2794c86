"""The benchmark's arithmetic and its report; what it measures is never a test."""

import re
import xml.etree.ElementTree as ET
from math import log10

import pytest

from tests.bench.bars import bars
from tests.bench.burst import plain
from tests.bench.chart import chart, duration
from tests.bench.report import document, table
from tests.bench.results import NAMES, Burst, Results, percentile, ratio
from tests.bench.units import ms, times
from tests.conftest import ROOT

KEPT = ROOT / "assets" / "bench"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def results() -> Results:
    """A run in which stock takes forty times as long as ours."""
    made = Results(visits=3)
    for name, working in {"ours": 100.0, "stock": 4000.0, "static": 60.0, "bare": 50.0}.items():
        for extra in (0.0, -10.0, 500.0):
            made.add(name, {"working": working + extra, "paints": [10.0, 20.0], "shift": 0.0, "requests": 3})
    made.bursts = {
        "ours": Burst([0.1] * 30, whole=30, memory=10**8, left=0),
        "stock": Burst([9.0] * 30, whole=30, memory=10**9, left=30),
    }
    made.left = {"ours": 0}
    return made


def test_percentile_is_a_measured_value() -> None:
    assert percentile(range(1, 101), 95) == 95
    assert percentile([3, 1, 2], 50) == 2
    assert percentile([7], 95) == 7


def test_ratio_of_nothing_is_nothing() -> None:
    assert ratio(6, 3) == 2
    assert ratio(6, 0) is ratio(None, 3) is ratio(6, None) is None


def test_results_keep_single_values_and_lists(results: Results) -> None:
    assert results.middle("ours", "working") == 100
    assert results.worst("ours", "working") == 600
    assert results.values["ours"]["paints"] == [10, 20] * 3
    assert results.middle("preheated", "working") is None


def test_values_are_short() -> None:
    assert (ms(1234.5), ms(12.34)) == ("1,234 ms", "12.3 ms")
    assert (times(42.3), times(1.234), times(None)) == ("42 x", "1.2 x", "")
    assert (duration(68.2), duration(2462)) == ("68 ms", "2.46 s")


def test_table_is_even_and_has_the_ratio(results: Results) -> None:
    lines = table(results).splitlines()
    assert {line.count("|") for line in lines} == {len(NAMES) + 4}
    working = next(line for line in lines if "a click that works" in line)
    assert "| 100 ms | 4,000 ms |  | 60 ms | 50 ms | 40 x | 1.2 x |" in working


def test_bars_say_what_was_held_and_what_was_not_measured(results: Results) -> None:
    results.bursts["ours"] = Burst([0.1] * 30, whole=29, memory=0, left=0)
    found = bars(results)
    assert "at least 10 | 40 x | yes |" in found
    assert "all 30 pages of ours whole | 29 | **no** |" in found
    assert "200 kB |  | not measured |" in found


def test_document_names_the_machine(results: Results) -> None:
    assert "2 processors" in document(results, "2 processors")


def test_chart_has_bars_on_a_logarithmic_scale(results: Results) -> None:
    picture = ET.fromstring(chart(results, "2 processors"))  # noqa: S314  made here
    widths = [float(bar.get("width", "")) for bar in picture.findall(f".//{SVG}g[@class='bar']/{SVG}rect")]
    of_bare, of_static, of_stock, of_ours, *of_burst = widths  # from the bottom up; the scale begins at 10 ms
    assert of_ours / of_stock == pytest.approx(log10(100 / 10) / log10(4000 / 10))
    assert of_bare / of_static == pytest.approx(log10(50 / 10) / log10(60 / 10))
    stock, ours = of_burst
    assert stock / ours == pytest.approx(log10(9000 / 10) / log10(100 / 10))


def test_chart_is_read_out_and_keeps_to_itself(results: Results) -> None:
    drawn = chart(results, "2 processors & a < b")
    picture = ET.fromstring(drawn)  # noqa: S314  made here
    assert picture.get("role") == "img"
    assert "Stock Voilà 4 s; Our static site 60 ms" in picture.get("aria-label", "")
    assert "Our Voilà app 100 ms; Stock Voilà 9 s" in picture.get("aria-label", "")
    assert drawn == chart(results, "2 processors & a < b")
    assert not re.search(r"<script|@import|url\(|href|https?://(?!www\.w3\.org/2000/svg)", drawn)


def test_kept_chart_shows_what_the_kept_report_says() -> None:
    report = (KEPT / "bench.md").read_text(encoding="utf-8")
    drawn = ET.parse(KEPT / "bench.svg").getroot()  # noqa: S314  made here
    row = next(line for line in report.splitlines() if line.startswith("| Time to a click that works |"))
    found = [float(cell.strip(" ms").replace(",", "")) for cell in row.split("|")[2:7]]
    shown = [text.text for text in drawn.iter(f"{SVG}text") if text.get("class") == "value"]
    assert [duration(value) for value in found] == shown[4::-1]
    assert next(text.text for text in drawn.iter(f"{SVG}text") if text.get("class") == "machine") in report


def test_words_are_found_however_a_page_carries_them() -> None:
    assert plain(r"\u003ch2\u003eOther treatment\u003c/h2\u003e\n") == plain("<h2>Other  treatment</h2>") != ""
