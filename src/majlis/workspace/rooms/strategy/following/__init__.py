"""What became of recommendations: pledges, reports, and taking over what is still open."""
