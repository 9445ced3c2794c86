"""Turn pydantic's errors into messages: what was expected, what was found, how to fix it."""

import datetime
import difflib
import json
import types
import typing
from typing import Any

from pydantic import BaseModel, Tag
from pydantic_core import ErrorDetails
from typing_extensions import TypeAliasType

from ..errors import brief, counted
from ..invocation import command
from ..schema.word import TAGS


def error_message(error: ErrorDetails, model: Any) -> str:
    """Return the message for one error of ``model`` (a record, or a list of records), for people who edit YAML."""
    key, found, context = _key(error), _found(error), error.get("ctx", {})
    match error["type"]:
        case "missing":
            return f"missing key {key}; add it{_in_english(error, model)}"
        case "union_tag_not_found":
            return f"missing key {key}; add it to say which kind of question this is"
        case "extra_forbidden":
            return f"unknown key {key}{_suggestion(error, model)}"
        case "string_type":
            return f"{key}: expected text, found {found}; write the text in quotes"
        case "string_too_short":
            return f"{key}: expected text, found none; write the text, or remove the key if it may be left out"
        case "string_pattern_mismatch":
            return f"{key}: expected {_pattern_in_words(context['pattern'])}, found {found}; correct it"
        case "string_unicode":
            return f"{key}: invalid character; delete it and type it again"
        case "unknown_placeholder":
            return f"{key}: unknown placeholder {{{brief(context['found'])}}}{_placeholders(context)}"
        case "missing_placeholder":
            return f"{key}: missing placeholder {{{context['missing']}}}; put it where your language wants it"
        case "plural_by":
            names = ", ".join(context["accepted"])
            return f"{key}: expected 'by' with the placeholder that counts, one of {names}; add or correct it"
        case "plural_of_none":
            return f"{key}: expected one text, found plural forms, but no number is filled in here; write one text"
        case "markup":
            return f"{key}: expected plain text, found HTML ({brief(context['markup'])}); remove it"
        case "brackets":
            return f"{key}: unbalanced square brackets; mark a glossary term [[like this]]"
        case "sign_in_place":
            return f"{key}: expected the id of a sign, found {found}; write it in signs.yaml, and its id here"
        case "unknown_sign":
            close = difflib.get_close_matches(str(error["input"])[:99], context["accepted"], n=1)
            guess = f"did you mean '{close[0]}'? Correct" if close else "correct"
            return f"unknown sign {found} (deleted, or renamed?); {guess} the spelling, or add it to signs.yaml"
        case "date_type":
            return f"{key}: expected {_date(error, model)}, found {found}; write it without quotes, as in 2026-05-31"
        case "bool_type":
            return f"{key}: expected true or false, found {found}; write one of them without quotes"
        case "int_type":
            return f"{key}: expected a whole number, found {found}; write it in digits without quotes"
        case "list_type":
            return f"{key}: expected a list, found {found}; {_as_list(error['input'])}"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{key}: expected a record, found {found}; write it as lines of 'key: value'"
        case "too_short":
            return f"{key}: expected at least {_entries(context['min_length'])}, found {found}; add more"
        case "too_long":
            return f"{key}: expected at most {_entries(context['max_length'])}, found {found}; remove some"
        case "literal_error" | "union_tag_invalid":
            expected = context.get("expected") or context["expected_tags"]
            return f"{key}: expected one of {expected}, found {found}; choose one of them"
        case "greater_than_equal":
            return f"{key}: expected {context['ge']} or more, found {found}; change the number"
        case "less_than_equal":
            return f"{key}: expected {context['le']} or less, found {found}; change the number"
        case _:
            return f"{key}: {error['msg']}; found {found}; correct it"


def _key(error: ErrorDetails) -> str:
    if error["type"] in ("union_tag_invalid", "union_tag_not_found"):
        return "'kind'"
    names = [part for part in error["loc"] if isinstance(part, str) and part not in TAGS]
    return f"'{brief(names[-1])}'" if names else "this entry"


def _found(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    value = context.get("tag", error["input"])  # for an unknown union tag, the tag instead of the record
    if isinstance(value, dict):
        return "a record" + (" (a colon outside quotes makes one)" if error["type"] == "string_type" else "")
    if isinstance(value, list):
        return str(context.get("actual_length", "a list"))
    if value is None:
        return "nothing (null)"
    if isinstance(value, bool):
        return f"{str(value).lower()} (YAML reads yes, no, on and off without quotes as true or false)"
    if isinstance(value, datetime.date):
        return f"{value} (YAML reads this without quotes as a date)"
    if isinstance(value, (int, float)) and error["type"] == "string_type":
        return f"{brief(str(value))} (YAML reads this without quotes as a number)"
    return brief(json.dumps(value, ensure_ascii=False, default=str))


def _as_list(value: Any) -> str:
    if isinstance(value, str):
        return f"start each entry on its own line with '- ', or write [{brief(value.strip('[]()- '), 30)}]"
    return "start each entry on its own line with '- '"


def _entries(count: int) -> str:
    return counted(count, "entry", "entries")


def _pattern_in_words(pattern: str) -> str:
    descriptions = {
        "^F": "F and two digits, as in F07",
        "^(A": "A and two or three digits, as in A07, or practice",
        "^LO": "LO and one digit, as in LO3",
        "^q": "q and two or three digits, as in q07",
        "^https": "an address that starts with https:// and has no spaces",
        "^[0-9]+( [0-9]+){2}": "three whole numbers, as in 306 363 30",
        "^[0-9]+( [0-9]+){3}": "four whole numbers, as in 0 0 360 240",
        "^[0-9a-f]": f"the 12 digits that `{command('review')}` lists, in quotes",
        "^[a-z]{2}": "a language tag, as in en or pt-BR",
        "^[a-z": "lowercase letters, digits and hyphens, as in blood-clots",
    }
    return next(description for start, description in descriptions.items() if pattern.startswith(start))


def _suggestion(error: ErrorDetails, model: Any) -> str:
    record = model_at(model, error["loc"][:-1])
    if record is None:
        return "; correct the spelling, or remove it"
    return _closest(str(error["loc"][-1]), list(record.model_fields), "'{}'")


def _date(error: ErrorDetails, model: Any) -> str:
    record = model_at(model, error["loc"][:-1])
    field = record.model_fields.get(str(error["loc"][-1])) if record else None
    return "a date" if field and field.annotation is datetime.date else "a date or null"


def _placeholders(context: dict[str, Any]) -> str:
    if not context["accepted"]:
        return "; none is filled in here, so remove it"
    return _closest(context["found"], context["accepted"], "{{{}}}")


def _closest(name: str, accepted: list[str], form: str) -> str:
    close = difflib.get_close_matches(name[:99], accepted, n=1)
    guess = f"did you mean {form.format(close[0])}? Accepted" if close else "accepted"
    return f"; {guess} here: {', '.join(accepted)}"


def _in_english(error: ErrorDetails, model: Any) -> str:
    """Return the default of a missing word of the interface, for whoever translates it."""
    record = model_at(model, error["loc"][:-1])
    field = record.model_fields.get(str(error["loc"][-1])) if record else None
    return f". In English: {json.dumps(field.examples[0], ensure_ascii=False)}" if field and field.examples else ""


def model_at(model: Any, path: tuple[int | str, ...]) -> type[BaseModel] | None:
    """Return the record type at a path inside ``model``; None if there is none."""
    if typing.get_origin(model) is typing.Annotated:
        return model_at(typing.get_args(model)[0], path)
    if isinstance(model, TypeAliasType):
        return model_at(model.__value__, path)
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
    """Follow the union member that the path names by its tag, else the first that has the path."""
    for choice in choices:
        if path and Tag(str(path[0])) in getattr(choice, "__metadata__", ()):
            return model_at(choice, path[1:])
        record = isinstance(choice, type) and issubclass(choice, BaseModel)
        kind = choice.model_fields.get("kind") if record else None
        if kind and path and path[0] in typing.get_args(kind.annotation):
            return model_at(choice, path[1:])
    return next((model for choice in choices if (model := model_at(choice, path))), None)
