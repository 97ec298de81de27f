"""What the command `release2xbrl` shows, to people and to programs."""
