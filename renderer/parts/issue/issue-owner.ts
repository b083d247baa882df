/** What is issued: a plan, or a frozen report. */

export type IssueOwner = {
  kind: 'report' | 'plan';
  id: string;
  revision: number;
  /** As it stands in the head; empty while blank. */
  number: string;
  date: string;
  year: number;
  /** Why it cannot be recorded yet; null when it can. */
  notYet: string | null;
};
