"""Sample documents, and the programs that make them. Not part of the installed package."""
