"""Exports to a folder: the course as plain files, and its sheets as PDF."""
