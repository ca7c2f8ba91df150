"""Builders, fixed clocks and fakes that tests share."""
