import assert from "node:assert/strict";
import { test } from "node:test";
import { lensAt, viewBesideLens, viewBesideList, wholeView, wirePath } from "../../notebooks/miss/widgets/camera.js";

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

test("a narrow stage shows what is around the place, right of the lens; a wide one the whole drawing", () => {
  const narrow = viewBesideLens(PHONE, DRAWING, PLACE);
  const [x = 0, y = 0] = onStage(narrow, PLACE);
  assert.ok(narrow.scale > 2 * wholeView(PHONE, DRAWING).scale && x > PHONE.width / 2 && Math.abs(y - 113) < 1);
  assert.equal(viewBesideLens(LAPTOP, DRAWING, PLACE).scale, wholeView(LAPTOP, DRAWING).scale);
});

test("the lens is not over what it shows, wherever that is", () => {
  for (const stage of [PHONE, LAPTOP, { width: 1067, height: 900 }, { width: 768, height: 440 }]) {
    for (let x = 60; x < 440; x += 38) {
      for (let y = 60; y < 500; y += 44) {
        const place = { x, y, r: 50 };
        const { lens, ring } = lensAt(stage, viewBesideLens(stage, DRAWING, place), place);
        const least = lens.r <= 50; // it is never smaller than can be seen
        assert.ok(
          least || Math.hypot(lens.x - ring.x, lens.y - ring.y) > lens.r + ring.r,
          `${stage.width}: ${x}, ${y}`,
        );
      }
    }
  }
});

test("a list has its room beside the drawing", () => {
  assert.ok(-viewBesideList(LAPTOP, DRAWING).x * viewBesideList(LAPTOP, DRAWING).scale > 196);
});

test("the wire goes from edge to edge", () => {
  assert.equal(wirePath({ x: 0, y: 0, r: 10 }, { x: 100, y: 0, r: 20 }), "M10 0L80 0");
  assert.equal(wirePath({ x: 0, y: 0, r: 10 }, { x: 20, y: 0, r: 20 }), "");
});
