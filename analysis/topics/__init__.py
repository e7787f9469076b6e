"""Topics of texts: of one document by its order, of a corpus by its words, and how sure they are.

Nothing here depends on chance or on the order in which loose texts are given: the same texts give
the same topics.
"""

from analysis.topics.agreement import agreement, neighbour_floor, random_floor
from analysis.topics.chain import chain_topics, consensus_of, usual_number
from analysis.topics.corpus import loose_topics
from analysis.topics.names import central_texts, topic_names, topic_terms
from analysis.topics.texts import MINIMUM_TEXTS, TooFewTexts, topic_words

__all__ = [
    "MINIMUM_TEXTS",
    "TooFewTexts",
    "agreement",
    "central_texts",
    "chain_topics",
    "consensus_of",
    "loose_topics",
    "neighbour_floor",
    "random_floor",
    "topic_names",
    "topic_terms",
    "topic_words",
    "usual_number",
]
