import assert from "node:assert/strict";
import { test } from "node:test";
import { segmentSentences } from "../../notebooks/miss/web/scripts/sentences.js";

test("each sentence is where its text starts and ends", () => {
  const text = "  One thing.\n  Is it two? \n";
  const sentences = segmentSentences(text, "en");
  assert.deepEqual(
    sentences.map((sentence) => sentence.text),
    ["One thing.", "Is it two?"],
  );
  for (const { text: sentence, start, end } of sentences) assert.equal(text.slice(start, end), sentence);
});

test("space has no sentence", () => assert.deepEqual(segmentSentences(" \n ", "en"), []));
