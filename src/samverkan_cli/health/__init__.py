"""The health of a case repository: what is wrong with it, and what can be mended safely."""
