"""What is known of single people: their years and companions, and whom faces look like."""
