"""A handler that responds with a given text, and a client."""

from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.web import RequestHandler


class TextHandler(RequestHandler):
    """Responds with the text that it is initialized with."""

    def initialize(self, text: str) -> None:
        self.text = text

    def get(self, *_: str) -> None:
        self.finish(self.text)


async def request(port: int, path: str) -> HTTPResponse:
    client = AsyncHTTPClient(force_instance=True)
    try:
        return await client.fetch(f"http://127.0.0.1:{port}{path}", raise_error=False)
    finally:
        client.close()


async def fetch(port: int, path: str) -> str:
    """Send a request, and return the response's status and text."""
    response = await request(port, path)
    return f"{response.code} {response.body.decode()}"
