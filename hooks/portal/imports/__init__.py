"""From what others publish to records: one package for each kind of source."""
