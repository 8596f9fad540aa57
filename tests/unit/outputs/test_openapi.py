"""The description of the API is valid, names every address, and tells the truth about what they answer."""

from __future__ import annotations

import json
import re
from typing import Any

from data_folder import DataFolder
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from portal.outputs import exports
from portal.outputs.api import openapi
from portal.register.link import Register
from registers import NO_HISTORY, SITE, musterstadt


def _described(register: Register) -> dict[str, Any]:
    return json.loads(openapi.description(register, SITE))  # type: ignore[no-any-return]


def _written(register: Register) -> dict[str, bytes]:
    written = dict(exports.files(register, SITE, NO_HISTORY))
    return written | dict(exports.summaries(register, SITE, {path: len(content) for path, content in written.items()}))


def test_the_description_is_valid_openapi_3_1(data: DataFolder) -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(_described(musterstadt())).iter_errors()] == []
    assert [error.message for error in OpenAPIV31SpecValidator(_described(data.register())).iter_errors()] == []


def test_every_address_of_the_api_is_described_and_every_description_has_a_file() -> None:
    written = _written(musterstadt())
    patterns = {
        path: re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path[1:])))
        for path in _described(musterstadt())["paths"]
    }
    unused = [path for path, pattern in patterns.items() if not any(pattern.fullmatch(name) for name in written)]
    assert not unused
    ours = [name for name in written if name.startswith("api/") and name != openapi.PATH]
    nameless = [name for name in ours if not any(pattern.fullmatch(name) for pattern in patterns.values())]
    assert not nameless


def test_every_json_file_answers_as_described() -> None:
    document, written = _described(musterstadt()), _written(musterstadt())
    checked = 0
    for path, operations in document["paths"].items():
        content = operations["get"]["responses"]["200"]["content"]
        if "application/json" in content:
            schema = {**content["application/json"]["schema"], "components": document["components"]}
            validator = Draft202012Validator(schema)
            pattern = re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path[1:])))
            for name in filter(pattern.fullmatch, written):
                found = [error.message for error in validator.iter_errors(json.loads(written[name]))]
                assert not found, f"{name}: {found[0]}"
                checked += 1
    assert checked > len(musterstadt().entries)
