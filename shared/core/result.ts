/**
 * Expected failure as a value: an operation that can be refused returns a Result, a defect is thrown.
 * The server maps each Problem to one status and one Vietnamese sentence (`shared/api/problems.ts`).
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Makes a forgotten case a compile error, and a loud defect if data from elsewhere slips through. */
export function unreachable(value: never, what: string): never {
  throw new Error(`${what}: unexpected ${JSON.stringify(value)}`);
}
