"""Search: what is indexed, and the words that pages are found by."""

from portal.search.cards import Cards
from portal.search.copying import Desk
from portal.search.index import build_index
from portal.search.memory import SearchMemory
from portal.search.pagefind import FOLDER, SearchFailed

__all__ = ["FOLDER", "Cards", "Desk", "SearchFailed", "SearchMemory", "build_index"]
