/**
 * Runs in: plain Node. The program from the command line: cli COMMAND … [--data DIR] [--json]
 * With --json only JSON goes to stdout; words for people go to stderr. Exit codes: 0 done, 1 refused, 2 wrong usage.
 */
import { parseArgs } from 'node:util';
import { type CommandOutput, CommandRefused, WrongUsage } from './commands/command.ts';
import { commands } from './commands/index.ts';

async function run(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = commands[name];
  const json = rest.includes('--json');
  const output: CommandOutput = {
    say: (line) => console.error(line),
    result: (value, lines) => {
      if (json) console.log(JSON.stringify(value));
      else for (const line of lines) console.log(line);
    },
  };
  try {
    if (!command) throw new WrongUsage(name === '' ? 'Chưa nêu lệnh.' : `Không có lệnh "${name}".`);
    const { values, positionals } = parse(rest, command.options);
    return (await command.run({ values, positionals }, output)) ? 0 : 1;
  } catch (error) {
    if (error instanceof WrongUsage) {
      console.error(error.message);
      console.error(usage());
      return 2;
    }
    if (!(error instanceof CommandRefused)) throw error;
    if (json) console.log(JSON.stringify({ error: { code: error.code, message: error.message } }));
    else console.error(error.message);
    return 1;
  }
}

function parse(args: readonly string[], options: Readonly<Record<string, { type: 'string' | 'boolean' }>>) {
  try {
    return parseArgs({ args: [...args], options: { ...options, json: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

const usage = (): string =>
  [
    'Cách dùng: npm run -s cli -- LỆNH … [--json]',
    ...Object.values(commands).map(({ usage: line, about }) => `  ${line.padEnd(44)} ${about}`),
  ].join('\n');

process.exitCode = await run(process.argv.slice(2));
