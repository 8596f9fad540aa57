"""What a proposed change means for readers: two built sites compared, and the result told in German."""
