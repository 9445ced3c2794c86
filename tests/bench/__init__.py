"""How fast the course is, beside what it is compared with; `make bench`. Times are printed, never tested."""
