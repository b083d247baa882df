/** A refusal on its way to the caller: a code of `shared/api/problems.ts`, its sentence, and what helps to correct it. */
import { type ProblemBody, type ProblemCode, problems } from '../../../shared/api/problems.ts';

export type Refusal = { readonly refused: ProblemCode; readonly message: string; readonly details?: unknown };

/** `message` overrides the standard sentence where the place knows better (a file's name, a reader's reason). */
export const refuse = (code: ProblemCode, details?: unknown, message?: string): Refusal => ({
  refused: code,
  message: message ?? problems[code].message,
  details,
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;

export function refusalResponse({ refused, message, details }: Refusal): Response {
  const body: ProblemBody = { error: { code: refused, message, ...(details === undefined ? {} : { details }) } };
  return Response.json(body, { status: problems[refused].status });
}
