"""Work outside of requests: jobs in PostgreSQL, the processes that do them, and a schedule.

A job may be done more than once (its worker may die after the work and before the note of it),
so every task is written to be repeated without harm. Why it is built so: docs/adr/0003.
"""
