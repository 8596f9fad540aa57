"""The register as plain tables: one shape, read off the models, for spreadsheets, SQLite and the documentation."""
