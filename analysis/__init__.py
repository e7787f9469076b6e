"""Antwoordanalyse: what did the government actually answer?"""

__version__ = "0.1.0"
