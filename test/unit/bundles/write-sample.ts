/** The sample bundle written for real, in a workplace that is removed when the test ends. */
import { onTestFinished } from 'vitest';
import { type WriteBundleInput, writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { makeWorkplace, type Workplace } from './bundle-sample.ts';

export function workplaceOfTest(): Workplace {
  const place = makeWorkplace();
  onTestFinished(place.remove);
  return place;
}

export async function written(input: WriteBundleInput) {
  const answer = await writeBundle(input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
