"""Speed at three sizes each, with the growth: `python -m tests.bench`. No assertion on seconds."""
