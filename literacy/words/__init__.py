"""What is known about single words: their sound, how common and how hard they are, their forms."""
