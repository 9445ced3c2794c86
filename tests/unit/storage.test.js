import "./page.js";
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import {
  LEGACY_STORAGE_KEY,
  STORAGE_KEY,
  moveStored,
  readStored,
  removeStored,
  writeStored,
} from "../../notebooks/miss/web/scripts/storage.js";
import { dataset, stored } from "./page.js";

beforeEach(() => stored.clear());

test("the key names folder and course, and not the number of an upload to Moodle", () => {
  assert.equal(STORAGE_KEY, "course /pluginfile.php/12/mod_resource/content/toy/ toy");
  assert.equal(LEGACY_STORAGE_KEY, `course ${dataset.course}`);
});

test("what was written is read, until it is removed", () => {
  assert.equal(writeStored("key", { a: [1] }), true);
  assert.deepEqual(readStored("key"), { a: [1] });
  removeStored("key");
  assert.equal(readStored("key"), null);
});

test("what is no JSON is read as nothing", () => {
  stored.set("key", "{");
  assert.equal(readStored("key"), null);
});

test("a value moves to another key", () => {
  writeStored("old", 1);
  moveStored("old", "new", 2);
  assert.deepEqual([...stored], [["new", "2"]]);
});

test("a value that cannot be moved stays", () => {
  writeStored("old", 1);
  const setItem = mock.method(localStorage, "setItem", (/** @type {string} */ key, /** @type {string} */ value) => {
    if (key === "new") throw new Error("full");
    stored.set(key, value);
  });
  moveStored("old", "new", 2);
  setItem.mock.restore();
  assert.deepEqual([...stored], [["old", "1"]]);
});

test("blocked storage keeps nothing and throws nothing", () => {
  const blocked = ["getItem", "setItem", "removeItem"].map((name) =>
    mock.method(localStorage, /** @type {"getItem"} */ (name), () => {
      throw new Error("blocked");
    }),
  );
  assert.equal(writeStored("key", 1), false);
  assert.equal(readStored("key"), null);
  removeStored("key");
  moveStored("old", "new", 2);
  for (const each of blocked) each.mock.restore();
});
