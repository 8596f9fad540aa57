"""Figures as charts, tables and files."""
