/** cli start: the program in the browser, from one bundled file and a bare Node; for machines without the desktop window. */
import { defaultDataDir, rendererDir, thisMachine } from '../hosts/places.ts';
import { runLoopback } from '../hosts/run-loopback.ts';
import { readStartArguments } from '../hosts/start-arguments.ts';
import { openAppHost } from '../server/open-app-host.ts';
import { type Command, WrongUsage } from './command.ts';

export const start: Command = {
  usage: 'start [--data THƯ_MỤC] [--port CỔNG]',
  about: 'mở Sổ Việc trong trình duyệt',
  options: { data: { type: 'string' }, port: { type: 'string' } },
  run: async ({ values }, output) => {
    const given = Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [`--${name}`, value] : [],
    );
    const read = readStartArguments(given);
    if (!read.ok) throw new WrongUsage(read.error.message);
    const dataDir = read.value.dataDir ?? defaultDataDir(thisMachine());
    const code = await runLoopback({
      port: read.value.port ?? 0,
      rendererDir: rendererDir(),
      open: () => openAppHost({ dataDir, tickets: null }),
      onReady: ({ address, origin }) =>
        output.result({ address, origin, dataDir }, [`Mở địa chỉ này trong trình duyệt: ${address}`]),
      onRefused: (message) => output.say(message),
    });
    return code === 0;
  },
};
