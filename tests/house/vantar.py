"""Statements of the sources whose homes are still being built.

The list may only shrink: a test tells when something on it has got its home, and then it goes.
"""

VANTAR = frozenset(
    {
        # Phases and areas of mus-8 in one picture.
        "S002-15",
        # The insatser by kind, and the organisation as a picture.
        *("S003-094", "S003-099"),
    }
)
