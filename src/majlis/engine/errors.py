"""Every error that Majlis raises on purpose.

MajlisError                 what happened, what was kept, what to do
├── InputError              the input cannot be used as it is (exit code 2)
│   ├── TableError          a table breaks its declaration: file, row, column, expectation
│   └── ParameterError      a parameter is unknown or out of its range
├── StorageError            a result could not be written; what stood there before is kept
├── Refused                 a rule says no, with the rule's name
│   └── CharterRefusal      a charter rule says no, with its number (C01-C24)
└── Withheld                the release gate keeps a number back
"""


class MajlisError(Exception):
    """Base of every error raised on purpose."""


class InputError(MajlisError):
    """The input cannot be used as it is."""


class ParameterError(InputError):
    """A parameter is unknown or out of its range."""


class StorageError(MajlisError):
    """A result could not be written."""


class Refused(MajlisError):
    """A rule says no.

    rule: the rule's name, a key of the message catalogues.
    """

    def __init__(self, rule: str, message: str = "") -> None:
        self.rule = rule
        super().__init__(message or rule)


class CharterRefusal(Refused):
    """A charter rule says no; `rule` is its number, for example C04."""


class Withheld(MajlisError):
    """The release gate keeps a number back."""
