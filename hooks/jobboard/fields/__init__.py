"""How each kind of field is read: a node in, a typed value out, problems reported on the way."""
