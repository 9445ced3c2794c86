import { define } from "../../widgets/lesson.js";
import { RecordSelector } from "../../widgets/record_selector.js";

define("operation-selector", class OperationSelector extends RecordSelector {});
