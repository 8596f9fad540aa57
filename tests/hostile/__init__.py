"""Input that means harm: what strangers could propose, and what must become of it."""
