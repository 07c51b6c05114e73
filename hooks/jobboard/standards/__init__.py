"""What is true without a board: countries, currencies, dates, time zones, and the words of languages."""
