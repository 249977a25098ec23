"""The web site: both editions, the folder that it lies in, and what shows it on this computer."""
