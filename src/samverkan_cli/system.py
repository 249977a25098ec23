"""What the operating system says no to, in Swedish. Nothing heavy is imported here."""

import errno

_REASONS = {
    errno.EPERM: "åtkomst nekas",
    errno.ENOENT: "filen finns inte",
    errno.EIO: "diskfel",
    errno.EBADF: "utmatningen är stängd",
    errno.EACCES: "åtkomst nekas",
    errno.EEXIST: "filen finns redan",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
    errno.EISDIR: "det är en mapp",
    errno.EMFILE: "för många öppna filer",
    errno.ENFILE: "för många öppna filer",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ELOOP: "länkar som pekar på varandra",
    errno.EDQUOT: "utrymmet är slut",
}


def in_words(error: OSError) -> str:
    """Say why a file could not be read or written."""
    return _REASONS.get(error.errno or 0, f"systemfel {error.errno}")
