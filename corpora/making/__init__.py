"""Turn one small Markdown dialect into the formats in which hospitals publish leaflets."""
