"""Who asked, what was answered, how late, and what may be concluded from that."""

from analysis.summaries.coverage.committees import committee_fracties, silent_fracties
from analysis.summaries.coverage.comparison import compare_fracties
from analysis.summaries.coverage.counting import RULES, asked_by, with_roles
from analysis.summaries.coverage.questions import (
    question_overview,
    route_counts,
    within_period,
)
from analysis.summaries.coverage.seats import questions_per_seat
from analysis.summaries.coverage.shares import (
    OUTCOMES,
    by_role,
    outcome_of,
    routes_by_fractie,
    shares_by,
    status_table,
)
from analysis.summaries.coverage.trends import demissionary_rates, trend_table
from analysis.summaries.coverage.waiting import (
    cases,
    median_wait,
    response_times,
    superseded,
    waiting_counts,
    waiting_curve,
)

__all__ = [
    "OUTCOMES",
    "RULES",
    "asked_by",
    "by_role",
    "cases",
    "committee_fracties",
    "compare_fracties",
    "demissionary_rates",
    "median_wait",
    "outcome_of",
    "question_overview",
    "questions_per_seat",
    "response_times",
    "route_counts",
    "routes_by_fractie",
    "shares_by",
    "silent_fracties",
    "status_table",
    "superseded",
    "trend_table",
    "waiting_counts",
    "waiting_curve",
    "with_roles",
    "within_period",
]
