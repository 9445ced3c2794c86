"""The slides of a session as files: as PDF, and for PowerPoint, which schools edit."""
