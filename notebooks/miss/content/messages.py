"""Turn pydantic's errors into sentences: what was found, what is accepted, how to mend it."""

import datetime
import difflib
import json
import types
import typing
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ..errors import brief

MEND_QUOTES = "put the words in quotes"


def sentence(error: ErrorDetails, model: Any) -> str:
    """Say one error of ``model`` (a record, or a list of records) to somebody who edits YAML."""
    key, found, context = _key(error), _found(error["input"]), error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"the key {key} is missing; add it"
        case "extra_forbidden":
            return f"the key {key} is not known here{_likely(error, model)}"
        case "string_type":
            return f"{key} should be words, but is {found}; {MEND_QUOTES}"
        case "string_too_short":
            return f"{key} is empty; write the words, or take the key away where it may be left out"
        case "string_pattern_mismatch":
            return f"{key} is {found}, which has the wrong form; accepted: {_form(context['pattern'])}"
        case "string_unicode":
            return f"{key} holds a character that no page can show; delete it and type it again"
        case "date_type":
            return f"{key} should be a day without quotes, as in 2026-05-31, or null, but is {found}"
        case "bool_type":
            return f"{key} should be true or false, but is {found}"
        case "int_type":
            return f"{key} should be a whole number, but is {found}"
        case "list_type":
            return f"{key} should be a list, each line of it starting with '- ', but is {found}"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{key} should be a record of 'key: value' lines, but is {found}"
        case "too_short":
            return f"{key} has {context['actual_length']} entries; at least {context['min_length']} are needed"
        case "too_long":
            return f"{key} has {context['actual_length']} entries; at most {context['max_length']} fit"
        case "literal_error" | "union_tag_invalid":
            accepted = context.get("expected") or context["expected_tags"]
            return f"{key} is {found}; accepted: {accepted}"
        case "union_tag_not_found":
            return "the key 'kind' is missing; add it, so that it is clear which kind of question this is"
        case "markup":
            return f"{key} holds HTML ({brief(context['markup'])}); write plain words, the page makes the HTML"
        case "brackets":
            return f"{key} has square brackets that do not close; a glossary word is marked [[like this]]"
        case "greater_than_equal":
            return f"{key} is {found}; accepted: {context['ge']} or more"
        case "less_than_equal":
            return f"{key} is {found}; accepted: {context['le']} or less"
        case _:
            return f"{key} is {found}: {error['msg']}"


def _key(error: ErrorDetails) -> str:
    if error["type"] in ("union_tag_invalid", "union_tag_not_found"):
        return "'kind'"
    names = [part for part in error["loc"] if isinstance(part, str)]
    return f"'{brief(names[-1])}'" if names else "this entry"


def _found(value: Any) -> str:
    if isinstance(value, dict):
        return "a record"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"{str(value).lower()} (YAML reads yes, no, on and off so)"
    if isinstance(value, datetime.date):
        return f"{value} (YAML reads this as a date)"
    return brief(json.dumps(value, ensure_ascii=False, default=str))


def _form(pattern: str) -> str:
    forms = {
        "^F": "F and two digits, as in F07",
        "^(A": "A and two digits, as in A07, or practice",
        "^LO": "LO and one digit, as in LO3",
        "^q": "q and two digits, as in q07",
        "^https": "an address that starts with https:// and has no spaces",
        "^[a-z]{2}": "a language tag, as in en or pt-BR",
        "^[a-z": "small letters, digits and hyphens, as in blood-clots",
    }
    return next(words for start, words in forms.items() if pattern.startswith(start))


def _likely(error: ErrorDetails, model: Any) -> str:
    record = model_at(model, error["loc"][:-1])
    if record is None:
        return ""
    accepted = list(record.model_fields)
    close = difflib.get_close_matches(str(error["loc"][-1])[:99], accepted, n=1)
    guess = f"; did you mean '{close[0]}'?" if close else ";"
    return f"{guess} Accepted: {', '.join(accepted)}"


def model_at(model: Any, path: tuple[int | str, ...]) -> type[BaseModel] | None:
    """Find the record type that stands at a path inside ``model``."""
    if typing.get_origin(model) is typing.Annotated:
        return model_at(typing.get_args(model)[0], path)
    if isinstance(model, types.UnionType) or typing.get_origin(model) is typing.Union:
        return _in_union(typing.get_args(model), path)
    if typing.get_origin(model) is list:
        return model_at(typing.get_args(model)[0], path[1:])
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return None
    if not path:
        return model
    field = model.model_fields.get(str(path[0]))
    return model_at(field.annotation, path[1:]) if field else None


def _in_union(choices: tuple[Any, ...], path: tuple[int | str, ...]) -> type[BaseModel] | None:
    """Follow the choice that the path names by its tag, else the first that leads anywhere."""
    for choice in choices:
        record = isinstance(choice, type) and issubclass(choice, BaseModel)
        kind = choice.model_fields.get("kind") if record else None
        if kind and path and path[0] in typing.get_args(kind.annotation):
            return model_at(choice, path[1:])
    return next((found for choice in choices if (found := model_at(choice, path))), None)
