"""Syllables counted from letters alone, for words that no dictionary lists.

One vowel group is one syllable, with the groups that are said apart and the letters that are silent
in British and in medical words.
"""

from __future__ import annotations

import re

_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[a-z])rrhoea", "rrea|"),
        (r"pnoea", "pnea|"),
        (r"aeo", "eo"),
        (r"ae|oe(?!s$|d$)", "e"),
        (r"eous", "e|us"),
        (r"(?<=[tscx])i(?=ous|on|an$|al|ent|ence)", ""),
        (r"gi(?=on|ous)", "g"),
        (r"qu", "qw"),
        (r"gu(?=[aei])", "g"),
        (r"(?<=[aeiou])y(?=[aeiou])", "j"),
        (r"^y(?=[aeiou])", "j"),
        (r"gue(?=s?$)|que(?=s?$)", "g"),
    )
)
# Vowels that stand together and are said apart.
_HIATUS = re.compile(
    r"i(?=[aou])|u(?=[ao])|e(?=[o])|i(?=e[nt])|e(?=um|us|al\b|als\b|an\b|in\b|ins\b)|o(?=a[lt]i)"
    r"|y(?=[aou])|a(?=o)|(?<=c)o(?=ag)|(?<=cr)e(?=at)|[aeou](?=ing)|o(?=ic)|u(?=i[dnt])|a(?=ic)|e(?=a$)|e(?=i[cn])|o(?=o[pc][^k])"
)
_SILENT = re.compile(
    r"(?<=[^aeiouy|])e$|(?<=[^aeiouysxzcgth|])es$|(?<=th)es$|(?<=[^aeioutd|])ed$"
    r"|(?<=[aeiouy])e(?=d$)|(?<=[^aeiouy])e(?=ly$|less$|ness$|ful$|ment$|ments$)"
)
_SOUNDED = re.compile(r"[^aeiouylr|]le(?:s|d)?$|[^aeiouy]re$|(?:s|th)m(?:s)?$")


def count_letters(word: str) -> int:
    """Return the number of syllables that the letters of ``word`` (in lower case) suggest."""
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    extra = bool(_SOUNDED.search(word))
    word = _HIATUS.sub(lambda match: match[0] + "|", word)
    word = _SILENT.sub("", word)
    return max(len(re.findall(r"[aeiouyàâäáåãèéêëìíîïòóôöõùúûüæœø]+", word)) + extra, 1)
