import type { Page } from 'playwright-core';

/** The screen has what it asked for: a heading, no skeleton, its fonts and pictures. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      ![...document.querySelectorAll('[role="status"]')].some((status) => /^(Đang tải|Loading)/.test(status.textContent ?? '')) &&
      document.fonts.status === 'loaded' &&
      [...document.images].every((image) => image.complete || image.loading === 'lazy'),
  );
}
