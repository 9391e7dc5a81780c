"""The wall: work on a stranger's file, done in a disposable process with limits and no network.

``Workers`` asks and answers; ``worker`` is the command it starts, which forks one child for each
file; ``sandbox`` is what the child loses before it sees the first byte. What crosses is plain data
in both directions. The work itself is in a module that the worker is told by name.
"""
