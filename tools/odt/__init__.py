"""Builds the ODT templates of the official documents from their sources (`make templates`)."""
