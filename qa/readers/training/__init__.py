"""Training of the reader: ``python -m qa.readers.training``. The README has the picture."""
