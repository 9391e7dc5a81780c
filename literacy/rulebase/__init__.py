"""Reads rule files, checks them, and compiles them to one pass."""
