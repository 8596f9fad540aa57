"""A new record by questions: which fields to ask for, what an answer must be, and the file it all becomes."""
