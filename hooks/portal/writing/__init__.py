"""Values turned into the text of record files, as an editor would write them, and files written whole or not at all."""
