"""Damaged files by the thousand through the readers. README.md says how, and what is promised."""
