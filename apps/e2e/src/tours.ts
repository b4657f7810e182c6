import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { dayFromNow } from './support/papers.js';
import { everyScreen, type Screen } from './support/screens.js';
import { settled } from './support/settled.js';
import { Stage } from './support/stage.js';

const FOLDER = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url));
const LIMIT = 150_000;
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };
const WIDE = { viewport: { width: 1280, height: 800 } };

interface Stop {
  /** Of the walk over every screen. */
  screen: string;
  picture: string;
  prepare?: (page: Page) => Promise<void>;
}

const cooperative: Stop[] = [
  { screen: 'seller-work', picture: 'cooperative-1-work' },
  { screen: 'seller-product-new', picture: 'cooperative-2-product', prepare: typeProduct },
  { screen: 'seller-acknowledge', picture: 'cooperative-3-acknowledge', prepare: takeLess },
  { screen: 'seller-payment', picture: 'cooperative-4-payment' },
];
const buyer: Stop[] = [
  { screen: 'visitor-catalog-found', picture: 'buyer-1-catalog' },
  { screen: 'buyer-product', picture: 'buyer-2-product' },
  { screen: 'buyer-order-pad', picture: 'buyer-3-order-pad', prepare: fillPad },
  { screen: 'buyer-order-countered', picture: 'buyer-4-counter-offer' },
  { screen: 'buyer-payment', picture: 'buyer-5-payment', prepare: (page) => page.mouse.wheel(0, 260) },
];
const officer: Stop[] = [
  { screen: 'officer-board', picture: 'officer-1-board' },
  { screen: 'officer-agreement', picture: 'officer-2-agreement' },
  { screen: 'officer-review', picture: 'officer-3-review' },
  { screen: 'officer-report-issued', picture: 'officer-4-report' },
  { screen: 'officer-assistance', picture: 'officer-5-assistance' },
];

let stage: Stage;
let screens: Screen[];

beforeAll(async () => {
  stage = await Stage.open();
  screens = await everyScreen(stage);
  await mkdir(FOLDER, { recursive: true });
});

afterAll(() => stage?.close());

it.each([...cooperative, ...buyer, ...officer].map((stop) => [stop.picture, stop] as const))('%s', async (_, stop) => {
  const screen = screens.find(({ name }) => name === stop.screen);
  if (!screen) throw new Error(`There is no screen ${stop.screen}`);
  const phone = cooperative.includes(stop);
  const shape = phone ? PHONE : WIDE;
  const { page, context } = screen.as
    ? await stage.visitAs(screen.as, phone ? 'phone' : 'desk', shape)
    : await stage.visit('desk', shape);
  await page.goto(screen.path);
  await settled(page);
  await stop.prepare?.(page);
  await settled(page);
  const picture = await sharp(await page.screenshot({ animations: 'disabled' }))
    .png({ palette: true, colors: 128, effort: 10 })
    .toBuffer();
  await context.close();
  expect(picture.length).toBeLessThan(LIMIT);
  await writeFile(`${FOLDER}/${stop.picture}.png`, picture);
});

async function typeProduct(page: Page): Promise<void> {
  await page.getByLabel('Tên sản phẩm').fill('Hồng vành khuyên Văn Lãng');
  await page.getByLabel('Giá mỗi kg').fill('38.000');
  await page.evaluate(() => window.scrollTo(0, 420));
}

async function takeLess(page: Page): Promise<void> {
  await page.getByText('Nhận ít hơn').first().click();
  await page.getByLabel('Giao được bao nhiêu').fill('360');
  await page.getByRole('button', { name: 'Không đủ hàng' }).click();
  await page.evaluate(() => window.scrollTo(0, 330));
}

async function fillPad(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lấy cả hợp đồng' }).click();
  await page.getByText(/Đã lấy \d+ dòng/).waitFor();
  await page.locator('[data-cell="0:1"]').click();
  await page.keyboard.type('600');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: /^Nơi nhận/ }).selectOption({ index: 1 });
  await page.getByLabel('Ngày cần giao').fill(dayFromNow(5));
  await page.getByRole('region', { name: 'Thông báo' }).getByRole('button', { name: 'Đóng' }).click();
}
