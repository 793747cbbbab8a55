"""What a chart shows, as plain shapes that any painter can draw."""
