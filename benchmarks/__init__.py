"""What `make bench` runs: times as ratios to a floor that is measured in the same run.

A benchmark is a module of this folder whose name begins with ``bench_``. It has a ``TITLE`` and a
function ``run() -> list[dict[str, object]]`` that returns the rows of its table, all with the
same columns, and in its docstring it says what the table shows. `python -m benchmarks` finds it by
its name.
"""
