/** What a command of the command line is, and how it says no. */
import { Unreadable } from '../../db/stored/unreadable.ts';
import { problems } from '../../shared/api/problems.ts';
import { type Client, createClient, Refused } from '../hosts/client.ts';
import { type Office, type OfficeOptions, openOffice } from '../server/open-office.ts';

export type CommandInput = {
  values: Readonly<Record<string, string | boolean | undefined>>;
  positionals: readonly string[];
};

export type CommandOutput = {
  /** Words for people while it works (stderr). */
  say(line: string): void;
  /** The outcome: `value` as JSON with --json, else the lines. */
  result(value: unknown, lines: readonly string[]): void;
};

export type Command = {
  readonly usage: string;
  readonly about: string;
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean' }>>;
  /** True when all is well; false ends with exit code 1 after the result was printed. */
  run(input: CommandInput, output: CommandOutput): Promise<boolean>;
};

/** The command was called wrongly; the usage is printed. */
export class WrongUsage extends Error {}

/** The program refused; the sentence is for people. */
export class CommandRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The text of an option that must be there. */
export function required(input: CommandInput, name: string): string {
  const value = input.values[name];
  if (typeof value !== 'string' || value === '') throw new WrongUsage(`Thiếu --${name}.`);
  return value;
}

/** Opens an office for the length of `work`; refusals of the program become refusals of the command. */
export async function withOffice<T>(
  options: Omit<OfficeOptions, 'tickets'>,
  work: (client: Client, office: Office) => Promise<T>,
): Promise<T> {
  const opened = openOffice({ ...options, tickets: null });
  if (!opened.ok) throw new CommandRefused(opened.error.refused, opened.error.message);
  try {
    return await work(createClient(opened.value, 'cli'), opened.value);
  } catch (error) {
    if (error instanceof Unreadable) throw new CommandRefused(error.problem, problems[error.problem].message);
    throw error instanceof Refused ? new CommandRefused(error.code, error.message) : error;
  } finally {
    await opened.value.close();
  }
}
