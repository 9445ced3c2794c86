"""Names that are known only once every interaction is registered."""

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class OneOf:
    """The annotation of a text that must be one of some names: ``Annotated[str, OneOf(entry_kinds)]``."""

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self.names = names

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate the text, then that it is one of the names."""
        return core_schema.no_info_after_validator_function(self._require, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Offer the names to editors."""
        return handler(schema) | {"enum": list(self.names())}

    def _require(self, text: str) -> str:
        names = list(self.names())
        if text not in names:
            quoted = [f"'{name}'" for name in names]
            expected = f"{', '.join(quoted[:-1])} or {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)
            raise PydanticCustomError("literal_error", "unknown name", {"expected": expected})
        return text
