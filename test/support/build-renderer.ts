import { buildRenderer, rendererIsCurrent } from '../../build/scripts/renderer-build.ts';

/** Journeys look at the renderer people get, so it is built (when its sources are newer) before the first of them. */
export default async function buildRendererOnce(): Promise<void> {
  if (!rendererIsCurrent()) await buildRenderer();
}
