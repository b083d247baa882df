/** Whether a screen shuts anybody out: what axe finds serious or critical on it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Findings worth failing for, each as one line a person can act on. The document of a report stands in a frame that may run no script,
 * so nothing can be asked inside it: of the frame only the name is required. `only` narrows the look to one part of the page.
 */
export async function seriousFindings(page: Page, only?: string): Promise<string[]> {
  // A dialog that is still fading in, or has not yet begun to, has the colours of neither state.
  await page.waitForFunction(
    () =>
      document.getAnimations().every((one) => one.playState !== 'running') &&
      [...document.querySelectorAll('[role="dialog"]')].every((dialog) => getComputedStyle(dialog).opacity === '1'),
  );
  // Nothing is asked inside frames, so axe needs no second page to gather from them; what passed is not asked for.
  const whole = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .exclude('iframe[sandbox]');
  const { violations } = await (only === undefined ? whole : whole.include(only)).analyze();
  const nameless = await page.locator('iframe:not([title])').count();
  const frames = nameless > 0 ? [`${nameless} frames without a title`] : [];
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${html}`),
    );
  return [...frames, ...found];
}
