"""The classes in which a question and its answer are judged: the names, in the order shown."""

from typing import Literal, get_args

Coverage = Literal["full", "partial", "none", "referred"]
Clarity = Literal["clear_reply", "ambivalent", "clear_non_reply"]
Status = Literal["answered", "partly", "deferred", "referred", "refused", "unknown", "ignored"]

COVERAGES: tuple[Coverage, ...] = get_args(Coverage)
CLARITIES: tuple[Clarity, ...] = get_args(Clarity)

JUDGED: tuple[Status, ...] = get_args(Status)
"""What a judgement of an answer can give for what became of its question."""

STATUSES = (*JUDGED, "unanswered")
"""The same, and that there is no answer to judge."""
