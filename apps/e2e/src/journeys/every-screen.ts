import type { Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { DESKTOP, PHONE } from '../support/browser.js';
import { everyScreen, type Screen } from '../support/screens.js';
import { SCREENSHOTS } from '../support/screenshots.js';
import { settled } from '../support/settled.js';
import type { Stage } from '../support/stage.js';

/** Two cores: while one page is drawn, another is judged. */
const SIDE_BY_SIDE = 3;
const WIDTHS = [
  ['1280', DESKTOP],
  ['360', PHONE],
] as const;

/** Every address for every role at both widths: seen, judged and photographed. */
export function everyScreenIsSound(stageOf: () => Stage): void {
  const broken: Record<'accessibility' | 'overflow' | 'errors', string[]> = { accessibility: [], overflow: [], errors: [] };
  let seen = 0;

  beforeAll(async () => {
    const stage = stageOf();
    const screens = await everyScreen(stage);
    const waiting = [...screens];
    const look = async () => {
      for (let screen = waiting.shift(); screen; screen = waiting.shift()) await judge(stage, screen, broken);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, look));
    seen = screens.length;
  });

  it('meets WCAG 2.2 AA at 360 and 1280 px', () => {
    expect(seen).toBeGreaterThan(50);
    expect(broken.accessibility).toEqual([]);
  });

  it('never scrolls sideways at 360 px', () => expect(broken.overflow).toEqual([]));

  it('throws no error and breaks no content security policy', () => expect(broken.errors).toEqual([]));
}

async function judge(
  stage: Stage,
  screen: Screen,
  broken: Record<'accessibility' | 'overflow' | 'errors', string[]>,
): Promise<void> {
  const { page, context, problems } = screen.as ? await stage.visitAs(screen.as, 'desk') : await stage.visit('desk');
  try {
    await page.goto(screen.path);
    for (const [width, viewport] of WIDTHS) {
      await page.setViewportSize(viewport);
      await settled(page);
      broken.accessibility.push(...(await violations(page)).map((said) => `${screen.name} at ${width}: ${said}`));
      if (width === '360') broken.overflow.push(...(await stickingOut(page)).map((what) => `${screen.name}: ${what}`));
      await page.screenshot({ path: `${SCREENSHOTS}/${screen.name}-${width}.png`, fullPage: true });
    }
  } catch (error) {
    broken.errors.push(`${screen.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  // A missing page answers 404 to its own address and nothing else.
  broken.errors.push(...problems.map((said) => `${screen.name}: ${said}`));
  await context.close();
}

/** What makes the page wider than the screen, if it is. */
const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return wide.slice(0, 3).map((element) => `${scrollWidth} px: ${element.outerHTML.slice(0, 160)}`);
  });
