import { define } from "../../widgets/lesson.js";
import { RecordSelector } from "../../widgets/record_selector.js";

define("condition-selector", class ConditionSelector extends RecordSelector {});
