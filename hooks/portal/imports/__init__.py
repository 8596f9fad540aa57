"""Records made from what others publish. Nothing of the portal's pages is known here."""
