"""The errors that a user is shown: one sentence each, naming the document and the place."""


class AnalysisError(Exception):
    """What was asked could not be done; the message is one clear sentence for the user."""


class UnreadableDocument(AnalysisError):
    """A document that cannot be read; the message says which one and why."""


class InvalidRun(AnalysisError):
    """A run that asks for something that does not exist, such as an unknown parameter."""
