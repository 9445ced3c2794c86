"""Rules about content that go beyond single records: one small function a rule, all applied in one pass."""
