"""What a command cannot do: one sentence in Swedish, what to do next, and an exit code."""


class SamverkanError(Exception):
    """A command that cannot be carried out (exit 2)."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RefusedError(SamverkanError):
    """A command that the rules of the process refuse (exit 1)."""

    exit_code = 1
