"""Quotations in, verdicts out. The README of ``qa`` has the picture."""
