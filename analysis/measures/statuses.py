"""What can become of a question: the names, in the order in which they are shown."""

from typing import Literal

Status = Literal["answered", "partly", "deferred", "referred", "refused", "unknown", "ignored"]

JUDGED: tuple[Status, ...] = (
    "answered",
    "partly",
    "deferred",
    "referred",
    "refused",
    "unknown",
    "ignored",
)
"""What a judgement of an answer can give."""

STATUSES = (*JUDGED, "unanswered")
"""The same, and that there is no answer to judge."""
