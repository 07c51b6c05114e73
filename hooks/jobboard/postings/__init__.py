"""A posting's file to a `Posting`, or to everything that is wrong with it; and the way back."""
