"""Records from a council information system that speaks OParl 1.1 or 1.0. See ADR 0020.

From objects (a folder of JSON files, or an endpoint copied into one) over an index and the mapping of each family of
objects to drafts of records; these are merged with the records that are there and written.
"""
