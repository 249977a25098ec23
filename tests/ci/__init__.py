"""The pull request on a forge: what `init` lays out, `action.yml`, the hooks of pre-commit."""
