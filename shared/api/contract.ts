/** Every endpoint of the program, by area. The server must implement each one (a test counts them). */
import { activitiesContract } from './contract/activities.ts';
import { answersContract } from './contract/answers.ts';
import { consolidationContract } from './contract/consolidation.ts';
import { findingContract } from './contract/finding.ts';
import { handoverContract } from './contract/handover.ts';
import { issueContract } from './contract/issue.ts';
import { officeContract } from './contract/office.ts';
import { overviewContract } from './contract/overview.ts';
import { planDownContract } from './contract/plan-down.ts';
import { plansContract } from './contract/plans.ts';
import { receivingContract } from './contract/receiving.ts';
import { reportBodyContract } from './contract/report-body.ts';
import { reportsContract } from './contract/reports.ts';
import { returnedContract } from './contract/returned.ts';
import { reviewContract } from './contract/review.ts';
import { sendingContract } from './contract/sending.ts';
import { targetsContract } from './contract/targets.ts';
import { timeContract } from './contract/time.ts';
import { trustContract } from './contract/trust.ts';
import { workContract } from './contract/work.ts';
import { writingContract } from './contract/writing.ts';

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
