"""What a browser loads: the frame around a notebook's cells, scripts, styles, icons and QR codes."""
