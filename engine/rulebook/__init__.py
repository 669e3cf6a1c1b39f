"""Rule text to typed rules."""
