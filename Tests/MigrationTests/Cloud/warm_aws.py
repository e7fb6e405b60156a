#!/usr/bin/env python3
"""The `aws` command line of PyPI without its start, which costs more than all else in a run with thousands of calls. OURS.

    warm_aws.py FOLDER      makes FOLDER/aws and serves it; prints READY; runs until standard input ends

FOLDER/aws hands arguments, environment and standard streams to this process, which has everything loaded; a fork of it runs
the same code as the program would.
"""

import marshal
import os
import signal
import socket
import sys
import threading

import awscli.clidriver

CLIENT = """#!{python} -IS
import marshal, os, socket, sys
server = socket.socket(socket.AF_UNIX)
server.connect({path!r})
socket.send_fds(server, [b"-"], [0, 1, 2])
server.sendall(marshal.dumps((sys.argv[1:], dict(os.environ), os.getcwd())))
server.shutdown(socket.SHUT_WR)
status = server.recv(1)
sys.exit(status[0] if status else 255)
"""


def loaded():
    """A driver that has read what it needs of the services."""
    driver = awscli.clidriver.create_clidriver()
    loader = driver.session.get_component("data_loader")
    for service in ("iam", "sts", "eks"):
        driver.session.get_service_model(service)
        for kind in ("paginators-1", "waiters-2", "endpoint-rule-set-1"):
            try:
                loader.load_service_model(service, kind)
            except Exception:
                continue
    for name in ("endpoints", "partitions", "sdk-default-configuration", "_retry"):
        loader.load_data(name)
    driver._get_command_table()
    return driver


def serve(driver, connection):
    _, descriptors, _, _ = socket.recv_fds(connection, 1, 3)
    content = b""
    while piece := connection.recv(1 << 16):
        content += piece
    words, environment, folder = marshal.loads(content)
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["aws"] + words
    try:
        status = driver.main(words)
    except SystemExit as exit:
        status = exit.code if isinstance(exit.code, int) else 1
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            pass
    try:
        connection.sendall(bytes([status or 0]))
    except OSError:
        pass
    os._exit(0)


def main():
    folder = sys.argv[1]
    path = os.path.join(folder, "socket")
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen(64)
    with open(os.path.join(folder, "aws"), "w") as file:
        file.write(CLIENT.format(python=sys.executable, path=path))
    os.chmod(file.name, 0o755)
    driver = loaded()
    # Children are not waited for.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("READY", flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    while True:
        connection, _ = server.accept()
        if os.fork() == 0:
            server.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            serve(driver, connection)
        connection.close()


if __name__ == "__main__":
    main()
