"""Everything that the course leans on in other libraries without their documentation: one item each, by library.

Nothing else in the package names it, and ``tests/internals`` has a test for each that fails when a release changes it.
"""
