/**
 * Runs in: plain Node. The program without a window: node electron/headless.ts [--data DIR] [--port N] [--json]
 * Prints the address to open on stdout (with --json as `{"address","origin","token"}`), refusals on stderr.
 * Exit codes: 0 ended cleanly, 1 refused, 2 wrong usage.
 */
import { defaultDataDir, rendererDir, thisMachine } from './hosts/places.ts';
import { runLoopback } from './hosts/run-loopback.ts';
import { readStartArguments } from './hosts/start-arguments.ts';
import { openAppHost } from './server/open-app-host.ts';

const read = readStartArguments(process.argv.slice(2));
if (!read.ok) {
  console.error(read.error.message);
  process.exit(2);
}
const { dataDir, port, json } = read.value;

process.exitCode = await runLoopback({
  port: port ?? 0,
  rendererDir: rendererDir(),
  open: () => openAppHost({ dataDir: dataDir ?? defaultDataDir(thisMachine()), tickets: null }),
  onReady: ({ address, origin, token }) => console.log(json ? JSON.stringify({ address, origin, token }) : address),
  onRefused: (message) => console.error(message),
});
