"""A handler that answers with a text, and a client."""

from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.web import RequestHandler


class Answering(RequestHandler):
    """Answers with a text of one's own."""

    def initialize(self, text: str) -> None:
        self.text = text

    def get(self, *_: str) -> None:
        self.finish(self.text)


async def response(port: int, path: str) -> HTTPResponse:
    client = AsyncHTTPClient(force_instance=True)
    try:
        return await client.fetch(f"http://127.0.0.1:{port}{path}", raise_error=False)
    finally:
        client.close()


async def fetch(port: int, path: str) -> str:
    """Ask, and give the status and the text."""
    answer = await response(port, path)
    return f"{answer.code} {answer.body.decode()}"
