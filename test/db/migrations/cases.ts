/** One case for each step, in the order of `db/migrations/index.ts`; `steps.test.ts` fails where one is missing. */
import type { StepCase } from '../../support/migration-steps.ts';
import { initial } from './0010-initial.ts';
import { documentSteps } from './0020-documents.ts';
import { timeAndExchangeSteps } from './0040-time-and-exchange.ts';

export const cases: readonly StepCase[] = [initial, ...documentSteps, ...timeAndExchangeSteps];

export const casesBefore = (version: number): StepCase[] => cases.filter((each) => each.version < version);
export const casesUpTo = (version: number): StepCase[] => cases.filter((each) => each.version <= version);
