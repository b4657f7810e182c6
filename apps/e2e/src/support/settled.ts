import type { Page } from 'playwright-core';

/** The screen has what it asked for: a heading, nothing still loading, its fonts and pictures. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // The page of every part shows the loading state on purpose.
    const waits =
      location.pathname !== '/_ui' &&
      [...document.querySelectorAll('[role="status"]')].some((status) => /^(Đang tải|Loading)/.test(status.textContent ?? ''));
    const drawn =
      document.fonts.status === 'loaded' && [...document.images].every((image) => image.complete || image.loading === 'lazy');
    return document.querySelector('h1') !== null && !waits && drawn;
  });
}
