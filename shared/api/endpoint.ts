/**
 * One contract for all doors: each endpoint is a row of data (method, path, schemas). The server registers its routes from it and the
 * renderer gets its client from it, so neither can drift, and no server type reaches the renderer.
 */
import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the body of a request is: JSON checked by a schema, raw bytes up to `maxBytes`, or nothing. */
export type BodyKind = z.ZodType | { readonly rawBytes: number } | null;

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends BodyKind = BodyKind,
  Answer extends z.ZodType | 'bytes' = z.ZodType | 'bytes',
> = {
  readonly method: Method;
  /** Path below `/api`, parameters as `:name`. */
  readonly path: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Schema of the JSON answer, or `bytes` for a file. */
  readonly answer: Answer;
};

export const endpoint = <P extends z.ZodType, Q extends z.ZodType, B extends BodyKind, A extends z.ZodType | 'bytes'>(
  definition: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A> => definition;

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, BodyKind, z.ZodType | 'bytes'> ? z.infer<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, BodyKind, z.ZodType | 'bytes'> ? z.infer<Q> : never;
export type BodyOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType | 'bytes'>
    ? B extends z.ZodType
      ? z.infer<B>
      : never
    : never;
export type AnswerOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, BodyKind, infer A> ? (A extends z.ZodType ? z.infer<A> : never) : never;
