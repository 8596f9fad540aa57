"""Everything beside the pages: data, structured data, assets, the ledger, the finished site."""
