"""A council paper as council information systems print it, read by its structure and turned into a draft record.

The way: `reading` (file to lines) → `sections` (what belongs under which heading) → one module for each thing
a paper holds → `paper` (all of it) → `draft` (values and comments of a record) and `telling` (what to say about it).
"""
