"""The application: judges each request, answers what moto cannot, and leaves the rest to moto."""

import http
import threading

import associations
import callers
import clock
import control
import empty_lists
import exchange
import faults
import limits
import simulation
from answers import Refusal, refused
from calls import Call
from moto.server import DomainDispatcherApplication, create_backend_app

# Modules of moto that keep the time have all been imported by now.
clock.install()


class Cloud:
    """A WSGI application."""

    def __init__(self):
        self.moto = DomainDispatcherApplication(create_backend_app)
        # moto's state is plain dictionaries, and requests come in several threads.
        self.lock = threading.RLock()

    def __call__(self, environ, start_response):
        call = Call(environ)
        if call.path.startswith("/keyshift/"):
            return self.send(control.answer(call), None, start_response)
        fault, sent, done = faults.met(call), None, None
        if fault and fault["when"] == "after":
            done = self.judged(call)
        if fault:
            answer, sent = faults.answer(call, fault, lambda: done or self.judged(call))
        else:
            answer = self.judged(call)
        control.log(call, answer[0] if sent is None else 0)
        return self.send(answer, sent, start_response)

    @staticmethod
    def send(answer, sent, start_response):
        status, headers, body = answer
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        # The length of all of it, also where only a part is sent: that is how a broken connection looks.
        start_response(f"{status} {http.HTTPStatus(status).phrase}", kept + [("Content-Length", str(len(body)))])
        return [body if sent is None else body[:sent]]

    def judged(self, call):
        with self.lock:
            try:
                return self.answered(call)
            except Refusal as refusal:
                return refused(call.service, refusal)

    def answered(self, call):
        if call.operation == "AssumeRoleWithWebIdentity":
            exchange.web_identity(call)
            return self.left_to_moto(call)
        if call.operation == "AssumeRoleForPodIdentity" and not call.key:
            # Real nodes sign it with their own role; here whoever has the token may ask.
            return exchange.pod_identity(call)
        who = callers.caller(call)
        if call.operation == "AssumeRoleForPodIdentity":
            return exchange.pod_identity(call)
        if call.service == "eks" and "PodIdentityAssociation" in call.operation:
            return associations.answer(call, who)
        if call.operation == "SimulatePrincipalPolicy":
            return simulation.answer(call)
        if call.operation in empty_lists.LISTS:
            return empty_lists.answer(call, who)
        if call.operation == "AssumeRole":
            exchange.assume_role(call, who)
        limits.see(call, who.account)
        return self.left_to_moto(call)

    def left_to_moto(self, call):
        started = []
        pieces = self.moto(call.environ, lambda status, headers, *rest: started.append((status, headers)))
        body = b"".join(pieces)
        status, headers = started[0]
        return int(status.split()[0]), headers, body


