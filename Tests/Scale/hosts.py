"""Hosts of the test's own: network namespaces on one bridge, each with a sshd and a file system for its work."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

PACKAGES = {
    "parallel": "parallel", "rsync": "rsync", "ssh": "openssh-client", "/usr/sbin/sshd": "openssh-server",
    "ip": "iproute2",
}


def missing():
    """Why hosts cannot be made here; nothing where they can."""
    if os.geteuid() != 0:
        return "needs root, for network namespaces"
    packages = [package for program, package in PACKAGES.items() if shutil.which(program) is None]
    if packages:
        return "needs: apt-get install " + " ".join(packages)
    trial = f"fw{os.getpid()}t"
    if subprocess.run(["ip", "netns", "add", trial], capture_output=True, check=False).returncode:
        return "network namespaces are not allowed here"
    subprocess.run(["ip", "netns", "del", trial], check=True)
    return ""


class Hosts:
    """So many hosts, and the one from which they are worked with, as a context."""

    def __init__(self, folder, count=3):
        self.folder = Path(folder)
        self.hub = f"fw{os.getpid()}hub"
        self.names = [f"fw{os.getpid()}h{number}" for number in range(1, count + 1)]
        self.addresses = {name: f"10.77.0.{number}" for number, name in enumerate(self.names, 11)}
        # The same path on every host, and each has its own folder there.
        self.work = self.folder / "work"
        self.config = self.folder / "ssh_config"

    def __enter__(self):
        self.work.mkdir()
        self._write_keys()
        run("ip", "netns", "add", self.hub)
        run("ip", "-n", self.hub, "link", "add", "br0", "type", "bridge")
        run("ip", "-n", self.hub, "addr", "add", "10.77.0.1/24", "dev", "br0")
        for device in ("lo", "br0"):
            run("ip", "-n", self.hub, "link", "set", device, "up")
        for name in self.names:
            self._start(name)
        for name in self.names:
            self._await(name)
        return self

    def __exit__(self, *_):
        for name in [*self.names, self.hub]:
            pids = subprocess.run(["ip", "netns", "pids", name], capture_output=True, text=True, check=False).stdout
            for pid in map(int, pids.split()):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            subprocess.run(["ip", "netns", "del", name], check=False)

    def _write_keys(self):
        for key in ("host_key", "key"):
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / key)
        # What the user's shell does at its start is not of the test.
        (self.folder / "sshd_config").write_text(
            f"SetEnv HOME={self.work}\nHostKey {self.folder}/host_key\nAuthorizedKeysFile {self.folder}/key.pub\nStrictModes no\nUsePAM no\n"
            "PasswordAuthentication no\nPidFile none\nMaxStartups 100\nLogLevel ERROR\n")
        # A host that says nothing for three seconds is gone.
        self.config.write_text(
            f"Host *\nUser root\nIdentityFile {self.folder}/key\nUserKnownHostsFile {self.folder}/known\n"
            "StrictHostKeyChecking accept-new\nConnectTimeout 2\nServerAliveInterval 1\nServerAliveCountMax 3\n"
            "LogLevel ERROR\n")

    def _start(self, name):
        run("ip", "netns", "add", name)
        run("ip", "-n", self.hub, "link", "add", self._link(name), "type", "veth", "peer", "name", "eth0", "netns", name)
        run("ip", "-n", self.hub, "link", "set", self._link(name), "master", "br0", "up")
        run("ip", "-n", name, "addr", "add", self.addresses[name] + "/24", "dev", "eth0")
        for device in ("lo", "eth0"):
            run("ip", "-n", name, "link", "set", device, "up")
        # `ip netns exec` gives each its own mounts.
        script = (
            f"mount -t tmpfs none {self.work} && mount -t tmpfs none /run && mkdir /run/sshd && "
            f"exec /usr/sbin/sshd -D -e -f {self.folder}/sshd_config")
        subprocess.Popen(["ip", "netns", "exec", name, "sh", "-c", script], stderr=subprocess.DEVNULL)

    def _await(self, name):
        for _ in range(200):
            if self.on_hub("ssh", "-F", self.config, self.addresses[name], "true", check=False).returncode == 0:
                return
            time.sleep(0.02)
        raise AssertionError(f"no sshd in {name}")

    def _link(self, name):
        return "v" + name[-2:]

    def cut_off(self, name):
        """Takes the host's cable out."""
        run("ip", "-n", self.hub, "link", "set", self._link(name), "down")

    def files(self, name):
        """What lies in the host's own folder."""
        return self.on_hub("ssh", "-F", self.config, self.addresses[name], f"find {self.work} -type f").stdout

    def is_working(self, name, program):
        """Whether the host runs the program now."""
        pids = subprocess.run(["ip", "netns", "pids", name], capture_output=True, text=True, check=True).stdout.split()
        for pid in pids:
            try:
                if os.readlink(f"/proc/{pid}/exe") == os.path.realpath(program):
                    return True
            except OSError:
                pass
        return False

    def on_hub(self, *command, check=True, **options):
        """A finished run in the hub's network."""
        return subprocess.run(
            ["ip", "netns", "exec", self.hub, *map(str, command)], capture_output=True, text=True, check=check, **options)


def run(*command):
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
