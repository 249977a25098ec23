"""A case as a package: the dossier for people without git, and the delivery to an archive."""
