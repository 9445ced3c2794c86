"""Inputs that once got in, or brought the server down, with their variants: bounded, and to this machine alone."""
