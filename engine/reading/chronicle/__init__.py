"""What an article dates in one place and tells of in another."""
