/** What a person decided about the differences between a kept plan and its file. */

export type Take = 'file' | 'stored';

export type UpdateDecisions = {
  planId: string;
  /** Records the file lost that stay. */
  keepRemoved: readonly string[];
  /** Tasks that are another task than the one of the file they look like. */
  apart: readonly string[];
  /** By record and field; undecided conflicts keep the plan's words. */
  chosen: Readonly<Record<string, Take>>;
};
