/** Every endpoint of the program, by area. The server must implement each one (a test counts them). */
import { issueContract } from './contract/issue.ts';
import { officeContract } from './contract/office.ts';
import { plansContract } from './contract/plans.ts';
import { reportsContract } from './contract/reports.ts';
import { returnedContract } from './contract/returned.ts';
import { reviewContract } from './contract/review.ts';
import { trustContract } from './contract/trust.ts';
import { workContract } from './contract/work.ts';
import { writingContract } from './contract/writing.ts';

export const contract = {
  office: officeContract,
  plans: plansContract,
  work: workContract,
  reports: reportsContract,
  trust: trustContract,
  returned: returnedContract,
  review: reviewContract,
  issue: issueContract,
  writing: writingContract,
};
