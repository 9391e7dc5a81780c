"""Checks: functions that look at a parsed document and yield findings."""
