"""What adverts in each language call things: months, numbers, labels, kinds of position, terms of employment.

One module a language holds its words as plain data. To add words, write them into the language's table and show them
in its case below `tests/cases/languages/`. `language.py` says how a wording is written, `words.py` makes patterns of it.
"""
