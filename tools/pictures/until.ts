import type { Page } from 'playwright-core';

/** Waits until a page has nothing more to load: no request under way, no spinner. */
export async function until(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Not a function in the page: our policy lets nobody evaluate text there.
  await page.locator('.ant-spin-spinning').first().waitFor({ state: 'detached' });
}
