"""What the widget and the element of every interaction are built on."""
