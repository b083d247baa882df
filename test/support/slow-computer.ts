/**
 * Journeys as on an old office computer: the page's processor a number of times slower, each answer and each turn the page leaves for
 * "right after this" a number of milliseconds later. What a person does in between, which a fast computer hides, then happens in every run.
 */
import type { BrowserContext, Page } from '@playwright/test';

type Slowness = { times: number; answer: number; turn: number };

/** `SO_VIEC_SLOW=4,80,40`: four times slower, 80 ms to every answer, 40 ms to every turn; null where the journeys run at full speed. */
function askedSlowness(asked = process.env.SO_VIEC_SLOW): Slowness | null {
  if (!asked) return null;
  const [times = Number.NaN, answer = 0, turn = 0] = asked.split(',').map(Number);
  if (!(times >= 1 && answer >= 0 && turn >= 0)) throw new Error(`SO_VIEC_SLOW is as 4,80,40; found ${asked}`);
  return { times, answer, turn };
}

/** Slows this page and all later ones of the context down, where the run asks for it. */
export async function slowDown(context: BrowserContext): Promise<void> {
  const asked = askedSlowness();
  if (asked === null) return;
  const slow = async (page: Page) => {
    const tools = await context.newCDPSession(page);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: asked.times });
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: asked.answer,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  };
  await context.addInitScript(lateTurns, asked.turn);
  await Promise.all(context.pages().map(slow));
  context.on('page', (page) => void slow(page));
}

/** Runs in the page, before its own code: nothing left for "right after this" comes sooner than `turn` milliseconds. */
export function lateTurns(turn: number): void {
  const later = window.setTimeout;
  const late = (run: () => void, wait = 0, ...given: unknown[]) => later(run, Math.max(wait, turn), ...given);
  window.setTimeout = late as typeof window.setTimeout;
}
