"""The rules for follow-ups, one kind a module; ``qa/conversation.py`` calls them in order."""
