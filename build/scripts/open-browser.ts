import { spawn } from 'node:child_process';

/** The system's own way to open an address: program, its arguments, and whether it must be taken literally (Windows). */
export function browserCommand(platform: NodeJS.Platform, address: string): readonly [string, readonly string[]] {
  if (platform === 'win32') return ['cmd.exe', ['/d', '/s', '/c', `start "" "${address}"`]];
  return platform === 'darwin' ? ['open', [address]] : ['xdg-open', [address]];
}

/** Opens the address in the person's browser. Where that fails nothing happens: the address is on the screen anyway. */
export function openBrowser(address: string): void {
  const [program, args] = browserCommand(process.platform, address);
  const child = spawn(program, args, {
    stdio: 'ignore',
    detached: true,
    windowsVerbatimArguments: process.platform === 'win32',
  });
  child.on('error', () => undefined);
  child.unref();
}
