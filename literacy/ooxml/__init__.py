"""The one walk over Word XML, for those who read a Word file and those who write to it."""
