"""By what results can be narrowed and put in order: one file, downloaded by those who narrow or order.

Pagefind has filters and orders of its own. But every visitor pays for its orders with the first search, its filters are larger,
and it writes them in another order with every build.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Mapping

from portal.search.cards import FILTERS, Cards

FACETS = "alle.facetten"


def facets(ids: Mapping[str, str], cards: Cards) -> bytes:
    """Ids of all pages, newest first and those without a day last; and for each value of a filter where its pages stand."""
    urls = sorted(ids, key=lambda url: (-cards[url].day, url))
    places: dict[str, defaultdict[str, list[int]]] = {label: defaultdict(list) for label in FILTERS.values()}
    for place, url in enumerate(urls):
        for label, value in cards[url].filters:
            places[label][value].append(place)
    content = {
        "ids": [ids[url] for url in urls],
        "filter": {
            label: {value: _steps(found) for value, found in sorted(values.items())} for label, values in places.items()
        },
    }
    return gzip.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


def _steps(places: list[int]) -> list[int]:
    """Distances from one to the next are small, and small numbers pack well."""
    return [place - before for before, place in zip([0, *places], places, strict=False)]
