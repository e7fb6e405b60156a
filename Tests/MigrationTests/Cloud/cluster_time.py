"""An API server as if its clock were that of the cloud, which nothing else can do: a proxy that moves times in answers. OURS.

A time in an answer is moved as far as the clock was moved when it was the present: what was made before a test let a day
pass is a day old afterwards. Everything else goes through as it is, under the credentials of the administrator.
"""

import bisect
import datetime
import http.client
import re
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import clock

TIME = re.compile(rb'"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"')
# Of the connection, not of the request.
DROPPED = {"host", "connection", "accept-encoding", "authorization", "content-length", "transfer-encoding", "keep-alive"}
# Set while the API server is to be away.
away = threading.Event()


def moved(match):
    moment = datetime.datetime.strptime(match[1].decode(), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)
    # A whole second of the API server is any instant in it.
    place = bisect.bisect_right(clock.HISTORY, (moment.timestamp() + 0.999, float("inf")))
    offset = clock.HISTORY[place - 1][1] if place else 0.0
    return b'"' + (moment + datetime.timedelta(seconds=offset)).strftime("%Y-%m-%dT%H:%M:%SZ").encode() + b'"'


def handler(server, token):
    address = server.removeprefix("https://")
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        upstream = None

        def forward(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if away.is_set():
                self.close_connection = True
                return
            headers = {name: value for name, value in self.headers.items() if name.lower() not in DROPPED}
            self.upstream = self.upstream or http.client.HTTPSConnection(address, context=context, timeout=600)
            self.upstream.request(self.command, self.path, body or None, {**headers, "Authorization": "Bearer " + token})
            with self.upstream.getresponse() as answer:
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in DROPPED and name.lower() not in ("date", "server"):
                        self.send_header(name, value)
                self.stream(answer) if "watch=" in self.path else self.whole(answer.read())

        def whole(self, body):
            body = TIME.sub(moved, body)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def stream(self, answer):
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            while line := answer.readline():
                line = TIME.sub(moved, line)
                self.wfile.write(b"%x\r\n%s\r\n" % (len(line), line))
                self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = forward

        def log_message(self, *arguments):
            pass

    return Handler


class Proxy(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        # Whoever asked has gone, or the API server has.
        pass


def serve(server, token):
    """Starts one and says where it is."""
    proxy = Proxy(("127.0.0.1", 0), handler(server, token))
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{proxy.server_port}"
