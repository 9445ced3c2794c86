import assert from "node:assert/strict";
import { test } from "node:test";
import {
  lensesAt,
  listWidth,
  viewBesideLens,
  viewBesideList,
  wholeView,
  wirePath,
} from "../../notebooks/miss/widgets/camera.js";

const PHONE = { width: 360, height: 226 };
const LAPTOP = { width: 690, height: 548 };
const DRAWING = { width: 496, height: 560 };
const PLACE = { x: 232, y: 292, r: 52 };

/** @param {import("../../notebooks/miss/widgets/camera.js").View} view @param {{ x: number, y: number }} place */
const onStage = (view, place) => [(place.x - view.x) * view.scale, (place.y - view.y) * view.scale];

test("the whole drawing is on the stage", () => {
  for (const stage of [PHONE, LAPTOP]) {
    const view = wholeView(stage, DRAWING);
    assert.ok(DRAWING.width * view.scale <= stage.width && DRAWING.height * view.scale <= stage.height + 0.01);
  }
});

test("all of the drawing is in view; on a narrow stage, its place is seen right of two lenses", () => {
  const narrow = viewBesideLens(PHONE, DRAWING, PLACE);
  const { lenses, ring } = lensesAt(PHONE, narrow, PLACE, 2);
  assert.equal(narrow.scale, wholeView(PHONE, DRAWING).scale);
  assert.deepEqual([ring.x, ring.y], onStage(narrow, PLACE));
  assert.ok(lenses.every((lens) => lens.x + lens.r < ring.x - ring.r) && ring.x + ring.r < PHONE.width);
  assert.equal(viewBesideLens(LAPTOP, DRAWING, PLACE).scale, wholeView(LAPTOP, DRAWING).scale);
});

test("lenses show what they show large, and cover neither it nor one another", () => {
  for (const stage of [
    { width: 320, height: 226 },
    PHONE,
    LAPTOP,
    { width: 1067, height: 900 },
    { width: 768, height: 440 },
  ]) {
    for (let x = 160; x < 360; x += 25) {
      for (let y = 60; y < 500; y += 44) {
        const place = { x, y, r: 50 };
        const { lenses, ring } = lensesAt(stage, viewBesideLens(stage, DRAWING, place), place, 2);
        const [one, two] = /** @type {[typeof ring, typeof ring]} */ (lenses);
        const apart = (/** @type {typeof ring} */ a, /** @type {typeof ring} */ b) =>
          Math.hypot(a.x - b.x, a.y - b.y) - a.r - b.r;
        const where = `${stage.width}: ${x}, ${y}`;
        assert.ok(apart(one, two) > 0 && apart(one, ring) > 0 && apart(two, ring) > 0, where);
        assert.ok(one.r >= 48 && one.r === two.r && two.y + two.r < stage.height - 40, where);
      }
    }
  }
});

test("a list has its room beside the drawing", () => {
  const list = listWidth(LAPTOP, 18);
  const { scale, x } = viewBesideList(LAPTOP, DRAWING, list);
  assert.ok(list >= 196 && -x * scale >= list);
  assert.ok(listWidth(LAPTOP, 36) > list);
});

test("the wire goes from edge to edge", () => {
  assert.equal(wirePath({ x: 0, y: 0, r: 10 }, { x: 100, y: 0, r: 20 }), "M10 0L80 0");
  assert.equal(wirePath({ x: 0, y: 0, r: 10 }, { x: 20, y: 0, r: 20 }), "");
});
