"""The one door to the network: a page at an address."""
