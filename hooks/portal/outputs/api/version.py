"""The version of the API. Whoever changes its shape says so in docs/daten/aenderungen.md and raises this."""

VERSION = "1.1.0"
