"""The course behind Voilà: addresses, kernels, limits, and the class in the room."""
