"""Which record that went away lives on under another id. Git guesses by files; a record may lie among others in one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from portal.history.drafts import Draft
from portal.register.entries import Key

_FORMER = "fruehere-kennungen"
#: At least so much of the larger of two records stands in the other, word for word.
_ALIKE = 0.6
#: What so many records say alike tells none of them apart.
_COMMON = 20


def renames(removed: Mapping[Key, Draft], added: Mapping[Key, Draft]) -> dict[Key, Key]:
    """New key to old, within one commit: what a record says about its former ids, else how alike two are."""
    found: dict[Key, Key] = {}
    if not removed or not added:
        return found
    taken: set[Key] = set()
    candidates = _by_part(removed.values())
    for key in sorted(added, key=lambda key: (_FORMER not in added[key].fields, key)):
        best = _declared(added[key], removed, taken) or _most_alike(added[key], removed, candidates, taken)
        if best:
            found[key] = best
            taken.add(best)
    return found


def _declared(draft: Draft, removed: Mapping[Key, Draft], taken: set[Key]) -> Key | None:
    names = draft.fields.get(_FORMER, "").replace(",", " ").replace("[", " ").replace("]", " ").split()
    keys = (Key(draft.key.type, name.strip("\"'")) for name in names)
    return next((key for key in keys if key in removed and key not in taken), None)


def _most_alike(
    draft: Draft, removed: Mapping[Key, Draft], candidates: Mapping[tuple[str, str], list[Key]], taken: set[Key]
) -> Key | None:
    parts = _parts(draft)
    shared = Counter(key for part in parts for key in candidates.get((draft.key.type, part), ()) if key not in taken)
    likeness = {key: amount / max(len(parts), len(_parts(removed[key]))) for key, amount in shared.items()}
    best = min(likeness, key=lambda key: (-likeness[key], key), default=None)
    return best if best and likeness[best] >= _ALIKE else None


def _by_part(drafts: Iterable[Draft]) -> Mapping[tuple[str, str], list[Key]]:
    """The records that have a field word for word, where it is not one that many have."""
    found: defaultdict[tuple[str, str], list[Key]] = defaultdict(list)
    for draft in drafts:
        for part in _parts(draft):
            found[draft.key.type, part].append(draft.key)
    return {part: keys for part, keys in found.items() if len(keys) <= _COMMON}


def _parts(draft: Draft) -> set[str]:
    return {*draft.fields.values(), draft.body} - {""}
