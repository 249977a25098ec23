"""Readers met by what nobody wrote: a little in every run of the tests, much by `make fuzz`."""
