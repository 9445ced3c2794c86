import { defineItemKind } from "../../item_kinds.js";
import { GapsQuestion } from "../gaps.js";

defineItemKind("cloze", GapsQuestion);
