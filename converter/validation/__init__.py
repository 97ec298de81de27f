"""Whether files are valid XBRL: schemas, references, and Arelle as the referee."""
