"""The finished site as files: built once, then read."""
