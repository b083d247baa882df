/** All routes of an office; a test compares them with the contract. */
import type { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import type { ServerEnv } from '../serve.ts';
import { evidenceRoutes } from './evidence.ts';
import { exchangeRoutes } from './exchange.ts';
import { historyRoutes } from './history.ts';
import { inboxRoutes } from './inbox.ts';
import { issueRoutes } from './issue.ts';
import { officeRoutes } from './office.ts';
import { peopleRoutes } from './people.ts';
import { planRoutes } from './plans.ts';
import { practiceRoutes } from './practice.ts';
import { readRoutes } from './reads.ts';
import { reportRoutes } from './reports.ts';
import { returnedRoutes } from './returned.ts';
import { reviewRoutes } from './review.ts';
import { stateRoutes } from './state.ts';
import { taskRoutes } from './tasks.ts';
import { trustRoutes } from './trust.ts';
import { workRoutes } from './work.ts';
import { writingRoutes } from './writing.ts';

export function registerRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  stateRoutes(app, deps);
  officeRoutes(app, deps);
  practiceRoutes(app, deps);
  peopleRoutes(app, deps);
  readRoutes(app, deps);
  planRoutes(app, deps);
  writingRoutes(app, deps);
  taskRoutes(app, deps);
  workRoutes(app, deps);
  evidenceRoutes(app, deps);
  reportRoutes(app, deps);
  returnedRoutes(app, deps);
  reviewRoutes(app, deps);
  issueRoutes(app, deps);
  exchangeRoutes(app, deps);
  inboxRoutes(app, deps);
  trustRoutes(app, deps);
  historyRoutes(app, deps);
}
