"""What the form at /bearbeiten/ needs: a description of every field, where each value stands in its file, and names."""
