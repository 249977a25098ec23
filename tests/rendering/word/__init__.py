"""Word: templates opened, judged and filled."""
