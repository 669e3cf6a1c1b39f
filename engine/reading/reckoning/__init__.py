"""What copy says in words that its figures come to, held to the figures that it gives."""
