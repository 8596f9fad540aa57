"""The portal's core: plain Python from records on disk to pages and files.

One-way flow, each step importing only earlier ones:
load -> records -> check -> link -> outputs (pages, api, search, ledger).
Nothing in here imports MkDocs or knows the theme; `hooks/main.py` does that.
"""
