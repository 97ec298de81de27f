"""release2xbrl: reads an earnings release and writes XBRL."""
