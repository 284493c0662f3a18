"""What can go wrong, named for what the reader can do about it."""

ITS_WORDS = "(it says: "
"""Where a message goes on in the own words of what failed, a chat model's server say, to the bracket that closes."""


class FootnoteError(Exception):
    """The root of every error that is meant for a person; its text says what to do."""


class LibraryUnusable(FootnoteError):
    """The library cannot be used as it is; the remedy is in the message (exit code 3)."""


class LibraryMissing(LibraryUnusable):
    """There is no library in the folder named."""


class CorpusMismatch(LibraryUnusable):
    """The library was embedded with another encoder or cut into passages another way."""


class CorpusOutdated(CorpusMismatch):
    """The library is to be made anew from its stored text, which it has whole."""


class LibraryBusy(LibraryUnusable):
    """Another process holds the library and did not let go in time."""


class LibraryDamaged(LibraryUnusable):
    """The library's files cannot be read and could not be mended from what is kept beside them."""


class WeightsMissing(LibraryUnusable):
    """The sentence encoder's weights were found nowhere."""


class WeightsChanged(LibraryUnusable):
    """The weights found are not the published ones."""


class ConversationsUnusable(LibraryUnusable):
    """Saved conversations cannot be read or written; the remedy is in the message."""


class Clash(ConversationsUnusable):
    """Two did the same in the same moment: whoever comes second does it once more."""


class NotKept(FootnoteError):
    """No conversation, or no turn of one, is kept under this id: it was deleted, or never was."""


class BackupUnusable(FootnoteError):
    """A backup cannot be written or read; the message says which part of it, with the remedy."""


class Interrupted(FootnoteError):
    """Somebody ended the work before it was done; the message says what there is now (exit code 130)."""


class UnknownArticle(FootnoteError):
    """No article of the library has this id."""


class UnreadableReply(FootnoteError):
    """What was to be read as a saved reply is none; the message names the place."""


class Misuse(FootnoteError):
    """The command or setting was given something it cannot take (exit code 2)."""


class ModelTrouble(FootnoteError):
    """The chat model did not answer; the remedy is in the message, and the articles' own words are there without it."""


class ModelUnusable(ModelTrouble):
    """The chat model answers nothing until what the message names is put right: its key, its name, its server."""


class PromptTooLong(ModelTrouble):
    """The chat model cannot take in so much at once."""
