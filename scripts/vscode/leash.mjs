// Preloaded into VS Code's server (node --import). The server is the leader of a process group of its own, so it would
// outlive a killed test run. Its standard input is a pipe that the operating system closes when the run dies, however
// it dies: then everything the server has started goes with it.
if (process.env.SERVER_ON_A_LEASH === String(process.ppid)) {
  process.stdin.resume();
  process.stdin.once('close', () => {
    if (process.platform === 'win32') process.exit();
    process.kill(-process.pid, 'SIGKILL');
  });
}
// Extension hosts inherit the environment, but have no pipe of ours.
delete process.env.SERVER_ON_A_LEASH;
