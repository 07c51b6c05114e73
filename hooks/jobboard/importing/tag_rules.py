"""What the tags of another site mean here, from a file that maps them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.importing.draft import Draft
from jobboard.policy import Policy
from jobboard.vocabulary import fold

_MAX_BYTES = 256 * 1024


class TagRulesError(Exception):
    """A file of tag rules that cannot be used; the message says why in one sentence."""


class TagRules(NamedTuple):
    """For each foreign tag, folded, the tags and the fields that it stands for."""

    tags: dict[str, tuple[str, ...]]
    fields: dict[str, dict[str, Any]]


NO_RULES = TagRules({}, {})


def load_tag_rules(path: Path, policy: Policy) -> TagRules:
    """The rules in a YAML file: `bayes: bayesian-methods`, `USA: {location: United States}`, `misc:` for nothing."""
    try:
        with path.open("rb") as file:  # which may have no end
            data = file.read(_MAX_BYTES + 1)
        loaded = yaml.load(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader) if len(data) <= _MAX_BYTES else None  # noqa: S506 - texts only
    except OSError as error:
        raise TagRulesError(f"`{path}` cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise TagRulesError(f"`{path}` cannot be read as a list of tags: {_first_line(error)}") from None
    if not isinstance(loaded, dict):
        raise TagRulesError(f"`{path}` holds no tags; write lines such as `bayes: bayesian-methods`")
    rules = TagRules({}, {})
    for tag, meaning in loaded.items():
        if isinstance(meaning, dict):
            for field in meaning:
                if field not in FIELDS_BY_NAME:
                    raise TagRulesError(f"`{path}`: `{tag}` names the field `{field}`, which a posting does not have")
            rules.fields[fold(str(tag))] = {name: value for name, value in meaning.items() if name != "tags"}
            meaning = meaning.get("tags", "")
        wanted = [str(name) for name in (meaning if isinstance(meaning, list) else [meaning]) if str(name).strip()]
        unknown = [name for name in wanted if policy.tags.find(name) is None]
        if unknown:
            raise TagRulesError(f"`{path}`: `{tag}` stands for `{unknown[0]}`, which is not a tag of this board")
        rules.tags[fold(str(tag))] = tuple(str(policy.tags.find(name)) for name in wanted)
    return rules


def apply_tag_rules(draft: Draft, written: list[str], rules: TagRules) -> list[str]:
    """The board's and the other tags among *written*; what a rule says of fields is noted in *draft*."""
    kept: list[str] = []
    for tag in written:
        folded = fold(tag)
        if folded not in rules.tags:
            kept.append(tag)
            continue
        kept += rules.tags[folded]
        for name, value in rules.fields.get(folded, {}).items():
            draft.infer(name, value, f"the tag {tag}")
    return list(dict.fromkeys(kept))


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0][:120]
