/** The evidence origin as every door serves it: whatever the program answers, the headers of `page-policy.ts` win. */
import type { AppHost } from '../server/core/app-host.ts';
import { evidenceCors, evidenceHeaders, withHeaders } from './page-policy.ts';
import { doorRefusalAsPage } from './refusals.ts';

/** Answers one request; `pages` are the origins of our own page. Only reading is possible here. */
export async function answerEvidence(app: AppHost, request: Request, pages: readonly string[]): Promise<Response> {
  const headers = { ...evidenceHeaders(pages), ...evidenceCors(request.headers.get('origin'), pages) };
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return withHeaders(doorRefusalAsPage('khong-lam-duoc'), headers);
  }
  return withHeaders(await app.evidence(request), headers);
}
