import { defineItemKind } from "../../item_kinds.js";
import { ChoiceQuestion } from "../choice.js";

defineItemKind("grouping", ChoiceQuestion);
