"""Texts and dates in, numbers out: measures never group and never touch a file."""
