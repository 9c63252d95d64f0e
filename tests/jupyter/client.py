"""What Jupyter's own client does with the kernel: each part fails with what it saw. Run by tests/jupyter/run."""
import json
import os
import signal
import subprocess
import sys
import time

from jupyter_client import KernelManager

WAIT = 60  # seconds: only so that a test which waits for what never comes ends at all


class Notebook:
    def __init__(self):
        self.manager = KernelManager(kernel_name="cryptolessons")
        self.manager.start_kernel()
        self.connect()

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=WAIT)

    def outcome(self, request):
        """The answer to a request, and all that was told because of it."""
        told = []
        while not told or told[-1][1].get("execution_state") != "idle":
            message = self.client.get_iopub_msg(timeout=WAIT)
            if message["parent_header"].get("msg_id") == request:
                told.append((message["msg_type"], message["content"]))
        while True:
            reply = self.client.get_shell_msg(timeout=WAIT)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"], told

    def run(self, code, **how):
        return self.outcome(self.client.execute(code, **how))

    def value(self, code):
        reply, told = self.run(code)
        see(reply["status"] == "ok", reply)
        return [content["data"]["text/plain"] for kind, content in told if kind == "execute_result"][0]

    def wait_until_it_says(self, text):
        while True:
            message = self.client.get_iopub_msg(timeout=WAIT)
            if message["msg_type"] == "stream" and text in message["content"]["text"]:
                return

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()
        see(not self.manager.is_alive(), "the kernel is still there")


def see(holds, what):
    if not holds:
        raise SystemExit(f"jupyter: {json.dumps(what, default=str)[:2000]}")


def part(name):
    print(f"   {name}", flush=True)


one, other = Notebook(), Notebook()

part("two notebooks at once")
one.run('string whose = "Alice";')
other.run('string whose = "Bob";')
see((one.value("whose"), other.value("whose")) == ("Alice", "Bob"), "one sees what the other declared")

part("an exception in a cell, and the cells behind it")
failing = one.client.execute('int one = 1;\nthrow new InvalidOperationException("no such letter");')
behind = one.client.execute('Console.WriteLine("never");')
reply, told = one.outcome(failing)
see(reply["status"] == "error" and reply["ename"] == "System.InvalidOperationException" and reply["evalue"] == "no such letter", reply)
see("line 2" in "\n".join(reply["traceback"]), reply)
see("error" in [kind for kind, _ in told], told)
reply, told = one.outcome(behind)
see(reply["status"] == "aborted" and [kind for kind, _ in told] == ["status", "status"], [reply, told])

part("an error of the compiler")
reply, _ = one.run("int x = y;")
see(reply["ename"] == "CS0103", reply)

part("an endless loop, interrupted")
loop = one.client.execute('Console.WriteLine("begun"); while (true) { }')
one.wait_until_it_says("begun")
one.manager.interrupt_kernel()
reply, _ = one.outcome(loop)
see(reply["status"] == "error" and reply["ename"] == "Interrupted", reply)
see(one.value("whose") == "Alice", "what was declared before is gone")

part("ten megabytes")
_, told = one.run('for (int i = 0; i < 1_000_000; i++) Console.WriteLine($"{i:D9}");')
text = "".join(content["text"] for kind, content in told if kind == "stream")
see(text == "".join(f"{i:09}\n" for i in range(1_000_000)), f"{len(text)} characters")

part("nobody at the keyboard")
see(one.value("Console.ReadLine() is null") == "True", "a line was read")

part("a restart")
one.client.stop_channels()
one.manager.restart_kernel()
one.connect()
reply, _ = one.run("whose")
see(reply["ename"] == "CS0103", reply)
see(other.value("whose") == "Bob", "the other one restarted too")

part("a kernel killed while its cell runs")
other.client.execute('Console.WriteLine("begun"); while (true) { }')
other.wait_until_it_says("begun")
os.kill(other.manager.provisioner.pid, signal.SIGKILL)
other.manager.provisioner.process.wait(WAIT)
see(not other.manager.is_alive(), "it is still there")
see(one.value("1 + 1") == "2", "it took the other one with it")
other.client.stop_channels()
other.manager.restart_kernel(now=True)
other.connect()
see(other.value("1 + 2") == "3", "it does not start again")

part("a kernel that is shut down while its cell runs")
other.client.execute('new Thread(() => Thread.Sleep(Timeout.Infinite)).Start(); Console.WriteLine("begun"); while (true) { }')
other.wait_until_it_says("begun")
kernel = other.manager.provisioner.process
other.client.shutdown()
see(kernel.wait(WAIT) == 0, f"exit status {kernel.returncode}")
other.client.stop_channels()
other.manager.shutdown_kernel(now=True)
one.end()

part("a front end that is killed")
orphan = """
import os, sys
from jupyter_client import KernelManager
manager = KernelManager(kernel_name="cryptolessons")
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)
print(manager.provisioner.pid, flush=True)
os._exit(1)
"""
with subprocess.Popen([sys.executable, "-c", orphan], stdout=subprocess.PIPE) as front_end:
    pid = int(front_end.stdout.readline())
    front_end.wait(WAIT)
for _ in range(WAIT * 10):
    # Whoever adopts it may not have buried it yet: then it is there by name alone.
    try:
        if open(f"/proc/{pid}/stat").read().split(")")[-1].split()[0] == "Z":
            break
    except OSError:
        break
    time.sleep(0.1)
else:
    see(False, "the kernel is still there")
