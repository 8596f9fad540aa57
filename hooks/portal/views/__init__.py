"""What templates may ask for: pages, rows, chains, words explained."""
