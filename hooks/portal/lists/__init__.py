"""Lists that stay small and usable with ten thousand records: facets, pages, the timeline."""
