/** The commands by name. */
import type { Command } from './command.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { document } from './document.ts';
import { read } from './read.ts';
import { review } from './review.ts';
import { start } from './start.ts';
import { verify } from './verify.ts';

export const commands: Readonly<Record<string, Command>> = { start, demo, doctor, verify, read, review, document };
