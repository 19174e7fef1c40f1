import type { Page } from 'playwright-core';

/** Waits until a page has nothing more to load: no request under way, no spinner. */
export async function until(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction("document.querySelector('.ant-spin-spinning') === null");
}
