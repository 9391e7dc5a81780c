"""How hard a text is: counts, formulas, scores and the difficulty of its sentences."""
