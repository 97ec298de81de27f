"""The original document as clean XHTML, with elements put around given places: ground for Inline XBRL and pages that show numbers."""
