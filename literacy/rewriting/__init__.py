"""Rewriting: what may be proposed, what may never change, and how accepted edits are made.

The room is not called ``rewrite`` because the public verb ``literacy.rewrite`` is: Python would put
the package in the place of the function as soon as a part of it is imported.
"""
