"""What surrounds a page: the theme, printed once and cut where pages differ."""
