"""The course's dependencies on undocumented behaviour of other libraries: one module per library, one item each.

No other module of the package uses any, and ``tests/internals`` has a test per item that fails when a release changes
it.
"""
