"""The health of a repository, part by part."""
