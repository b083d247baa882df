/** Every endpoint of the program, by area. The server must implement each one (a test counts them). */
import { activitiesContract } from './activities.ts';
import { answersContract } from './answers.ts';
import { consolidationContract } from './consolidation.ts';
import { findingContract } from './finding.ts';
import { handoverContract } from './handover.ts';
import { issueContract } from './issue.ts';
import { officeContract } from './office.ts';
import { overviewContract } from './overview.ts';
import { planDownContract } from './plan-down.ts';
import { plansContract } from './plans.ts';
import { receivingContract } from './receiving.ts';
import { reportBodyContract } from './report-body.ts';
import { reportsContract } from './reports.ts';
import { returnedContract } from './returned.ts';
import { reviewContract } from './review.ts';
import { sendingContract } from './sending.ts';
import { targetsContract } from './targets.ts';
import { timeContract } from './time.ts';
import { trustContract } from './trust.ts';
import { workContract } from './work.ts';
import { writingContract } from './writing.ts';

export const contract = {
  office: officeContract,
  plans: plansContract,
  work: workContract,
  time: timeContract,
  reports: reportsContract,
  reportBody: reportBodyContract,
  sending: sendingContract,
  receiving: receivingContract,
  trust: trustContract,
  returned: returnedContract,
  review: reviewContract,
  issue: issueContract,
  consolidation: consolidationContract,
  answers: answersContract,
  writing: writingContract,
  targets: targetsContract,
  activities: activitiesContract,
  finding: findingContract,
  planDown: planDownContract,
  handover: handoverContract,
  overview: overviewContract,
};
