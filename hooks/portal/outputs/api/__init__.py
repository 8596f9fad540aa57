"""The register for machines: JSON per record, a schema per type, an index, a description of it all (OpenAPI)."""
