"""The one walk over OpenDocument XML, for those who read such a text and those who write to it."""
