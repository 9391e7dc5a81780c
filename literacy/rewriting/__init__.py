"""Rewriting: what may be proposed, what may never change, and how accepted edits are made."""
