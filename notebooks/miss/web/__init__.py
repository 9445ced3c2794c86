"""What a browser loads: the frame around a notebook's cells, scripts, styles, service worker, icons and QR codes."""
