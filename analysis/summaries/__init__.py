"""The only place that groups: estimates with their count, denominator and interval."""
