"""Search: what is indexed, and the words that pages are found by."""

from portal.search.cards import Cards
from portal.search.index import FOLDER, SearchFailed, build_index

__all__ = ["FOLDER", "Cards", "SearchFailed", "build_index"]
