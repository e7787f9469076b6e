"""A run: its parameters checked, its notebooks executed, its pages rendered, its index written."""
