import type { Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { DESKTOP, PHONE } from '../support/browser.js';
import { everyScreen, type Screen } from '../support/screens.js';
import { SCREENSHOTS } from '../support/screenshots.js';
import { settled } from '../support/settled.js';
import type { SignIn } from '../support/server.js';
import type { Stage } from '../support/stage.js';

const WIDTHS = [
  ['1280', DESKTOP],
  ['360', PHONE],
] as const;

const AT_ONCE = 3;

type Broken = Record<'accessibility' | 'overflow' | 'errors', string[]>;

/** Every address for every role at both widths: seen, judged and photographed. */
export function everyScreenIsSound(stageOf: () => Stage): void {
  const broken: Broken = { accessibility: [], overflow: [], errors: [] };
  let seen = 0;

  beforeAll(async () => {
    const stage = stageOf();
    const screens = await everyScreen(stage);
    // One page a person: what it has fetched once it keeps. Two cores: while one is drawn, another is judged.
    const people = [...new Set(screens.map(({ as }) => as))];
    const next = async (): Promise<void> => {
      while (people.length > 0) {
        const who = people.pop();
        await walk(
          stage,
          who,
          screens.filter(({ as }) => as === who),
          broken,
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    seen = screens.length;
  }, 1_200_000);

  it('meets WCAG 2.2 AA at 360 and 1280 px', () => {
    expect(seen).toBeGreaterThan(50);
    expect(broken.accessibility).toEqual([]);
  });

  it('never scrolls sideways at 360 px', () => expect(broken.overflow).toEqual([]));

  it('throws no error and breaks no content security policy', () => expect(broken.errors).toEqual([]));
}

async function walk(stage: Stage, who: SignIn | undefined, lane: Screen[], broken: Broken): Promise<void> {
  const { page, context, problems } = who ? await stage.visitAs(who, 'desk') : await stage.visit('desk');
  for (const { name, path } of lane) {
    const before = problems.length;
    try {
      await page.setViewportSize(DESKTOP);
      await page.goto(path);
      for (const [width, viewport] of WIDTHS) {
        await page.setViewportSize(viewport);
        await settled(page);
        broken.accessibility.push(...(await violations(page)).map((said) => `${name} at ${width}: ${said}`));
        if (width === '360') broken.overflow.push(...(await stickingOut(page)).map((what) => `${name}: ${what}`));
        await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
      }
    } catch (error) {
      broken.errors.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    broken.errors.push(...problems.slice(before).map((said) => `${name}: ${said}`));
  }
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
