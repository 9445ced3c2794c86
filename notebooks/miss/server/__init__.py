"""The server application: the course's routes in front of Voilà's, kernels, limits and the server for a class."""
