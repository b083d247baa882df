/** The commands by name. */

import { answer } from './answer.ts';
import { card } from './card.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { consolidate } from './consolidate.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { document } from './document.ts';
import { due } from './due.ts';
import { exportBundle } from './export.ts';
import { importPlan } from './import.ts';
import { read } from './read.ts';
import { receipt } from './receipt.ts';
import { receive } from './receive.ts';
import { review } from './review.ts';
import { start } from './start.ts';
import { target } from './target.ts';
import { time } from './time.ts';
import { verify } from './verify.ts';
import { window } from './window.ts';
import { workday } from './workday.ts';

export const commands: Readonly<Record<string, Command>> = {
  start,
  demo,
  doctor,
  verify,
  export: exportBundle,
  receive,
  card,
  read,
  import: importPlan,
  review,
  document,
  check,
  time,
  target,
  workday,
  window,
  consolidate,
  answer,
  receipt,
  due,
};
