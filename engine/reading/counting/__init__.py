"""What is counted, listed and converted, by how a sentence is built."""
