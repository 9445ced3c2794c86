"""Rules about the words that no single record can keep alone: one small checker a rule, all tried in one pass."""
