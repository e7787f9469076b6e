"""The judgement of an answer: what was asked, what was answered, how clearly, and by what words."""

from analysis.measures.judgement.pairs import judge_pairs
from analysis.measures.judgement.questions import judge_asks, judge_questions
from analysis.measures.judgement.verdict import AskJudgement, Judgement, judge

__all__ = [
    "AskJudgement",
    "Judgement",
    "judge",
    "judge_asks",
    "judge_pairs",
    "judge_questions",
]
