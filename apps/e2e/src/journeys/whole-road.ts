import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { PHONE } from '../support/browser.js';
import { dayFromNow, photo, scan } from '../support/papers.js';
import { fieldsOf, readQr } from '../support/qr.js';
import { signIn } from '../support/sign-in.js';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

const PRODUCT = 'Na dai rải vụ Ải Lạng';
const OTHER_GOODS = 'Na dai Chi Lăng loại 1';
const TITLE = 'Ghi nhớ tiêu thụ na rải vụ vụ 2026';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();
/** The button of the line that waits for this person. */
async function takeUp(page: Page, sentence: RegExp): Promise<void> {
  await page.goto('/work');
  await page.getByRole('main').getByRole('listitem').filter({ hasText: sentence }).first().getByRole('link').click();
}
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function choose(page: Page, scope: ReturnType<Page['getByRole']>, label: string | RegExp, typed: string, option: RegExp) {
  await scope.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

/** From a product on a phone to the percent on the officer's board, every step by the person whose turn it is. */
export function theWholeRoad(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let director: Page, officer: Page, leader: Page, buyer: Page, receiver: Page;
  let seller = '',
    retailer = '',
    agreement = '',
    shipment = '';
  const phone = { viewport: { ...PHONE, height: 740 } };

  step('a director signs in with a phone number and lists a product with a photo in one form', async () => {
    const stage = stageOf();
    seller = stage.person('SELLER_DIRECTOR').organization;
    retailer = stage.person('BUYER_MANAGER').organization;
    director = (await stage.visit('phone', phone)).page;
    await signIn(director, '0900 000 300', stage.person('SELLER_DIRECTOR').password);
    await director.getByRole('navigation', { name: 'Các trang hay dùng' }).getByRole('link', { name: 'Sản phẩm' }).click();
    await director.getByRole('link', { name: 'Thêm sản phẩm' }).click();
    await heading(director, 'Thêm sản phẩm');
    await director.getByLabel('Chọn ảnh có sẵn').setInputFiles(await photo('na.jpg'));
    await director.getByLabel('Tên sản phẩm').fill(PRODUCT);
    await director.getByLabel('Mỗi kiện').fill('5');
    await director.getByLabel('Giá mỗi kg').fill('45k');
    await director.getByRole('button', { name: 'Bỏ ảnh này' }).waitFor();
    await director.getByRole('button', { name: 'Gửi duyệt' }).click();
    await said(director, `Đã gửi duyệt ${PRODUCT}.`);
    expect(director.url()).toContain('status=IN_REVIEW');
    await director.getByRole('main').getByRole('link', { name: PRODUCT }).waitFor();
  });

  step('an officer publishes it from review', async () => {
    const stage = stageOf();
    officer = (await stage.visitAs(stage.person('ALLIANCE_OFFICER'), 'desk')).page;
    await officer.goto('/work');
    await officer.getByRole('navigation', { name: 'Các trang chính' }).getByRole('link', { name: 'Duyệt sản phẩm' }).click();
    const item = officer.getByRole('listitem').filter({ has: officer.getByRole('heading', { name: PRODUCT }) });
    await item.getByRole('img', { name: PRODUCT }).waitFor();
    await item.getByRole('button', { name: 'Đăng bán' }).click();
    await said(officer, `Đã đăng bán ${PRODUCT}.`);
  });

  step('a visitor finds it without typing diacritics and sees its page, but not its price', async () => {
    const { page, context } = await stageOf().visit('phone');
    await page.goto('/catalog');
    await page.getByRole('combobox', { name: 'Tìm sản phẩm, hợp tác xã' }).fill('na dai rai vu ai lang');
    await page.getByText('1 sản phẩm', { exact: true }).waitFor();
    await page.getByRole('link', { name: PRODUCT }).click();
    await heading(page, PRODUCT);
    const picture = page.getByRole('img', { name: PRODUCT }).first();
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await page
      .getByRole('heading', { name: 'Giá dành cho bên mua' })
      .or(page.getByText('Giá dành cho bên mua'))
      .first()
      .waitFor();
    expect(await page.getByRole('main').textContent()).not.toContain('45.000');
    await page.getByText('Dữ liệu mẫu', { exact: true }).first().waitFor();
    await context.close();
  });

  step('an officer records the memorandum signed at the conference, with a line that names no quantity and a scan', async () => {
    await officer.goto('/agreements/new');
    await officer.getByLabel('Ký tại hội nghị').selectOption({ label: 'Hội nghị kết nối mẫu (dữ liệu mẫu)' });
    await officer.getByLabel('Tên biên bản').fill(TITLE);
    await officer.getByLabel('Hiệu lực từ ngày').fill(dayFromNow(0));
    await officer.getByLabel('Đến hết ngày').fill(dayFromNow(300));
    const party = (row: number) => officer.getByRole('group', { name: `Bên ${row}`, exact: true });
    await choose(officer, party(1), /^Đơn vị/, 'nui da 01', new RegExp(seller));
    await choose(officer, party(2), /^Đơn vị/, 'sieu thi mau so mot', new RegExp(retailer));
    const line = (row: number) => officer.getByRole('group', { name: `Dòng ${row}`, exact: true });
    await choose(officer, line(1), /^Sản phẩm đang chào bán/, 'na dai rai vu', new RegExp(PRODUCT));
    await line(1).getByRole('radio', { name: 'Có ghi số lượng' }).check();
    await line(1)
      .getByLabel(/^Số lượng/)
      .fill('1.000');
    await officer.getByRole('button', { name: 'Thêm một dòng hàng' }).click();
    await choose(officer, line(2), /^Sản phẩm đang chào bán/, 'na dai chi lang loai 1', new RegExp(OTHER_GOODS));
    await line(2).getByRole('radio', { name: 'Biên bản không ghi số lượng' }).check();
    await officer.getByLabel(/^Ảnh chụp hoặc PDF/).setInputFiles(scan('bien-ban.pdf'));
    await officer.getByRole('link', { name: 'bien-ban.pdf' }).waitFor();
    await officer.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await heading(officer, TITLE);
    agreement = pathOf(officer);
    await officer.getByText(/^[0-9a-f]{64}$/).waitFor();
  });

  step(
    'the paper signatures are attested by the officer and countersigned by another person; the board shows it signed',
    async () => {
      const stage = stageOf();
      for (let party = 0; party < 2; party += 1) {
        await officer.getByRole('button', { name: 'Đối chiếu bản giấy' }).click();
        const dialog = officer.getByRole('dialog', { name: 'Đối chiếu bản giấy' });
        await dialog.getByLabel('Ngày ký trên giấy').fill(dayFromNow(0));
        await dialog.getByRole('button', { name: 'Xác nhận đã đối chiếu' }).click();
        await dialog.waitFor({ state: 'detached' });
      }
      // Four eyes: whoever prepared cannot approve.
      expect(await officer.getByRole('button', { name: 'Duyệt lần hai' }).count()).toBe(0);
      leader = (await stage.visitAs(stage.person('ALLIANCE_LEADER'), 'desk')).page;
      await takeUp(leader, new RegExp(`${TITLE} chờ lãnh đạo`));
      await leader.getByRole('button', { name: 'Duyệt lần hai' }).click();
      await leader.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
      await said(leader, 'Đã duyệt. Biên bản đã ký đủ.');
      await leader.goto('/board?q=rai+vu+vu+2026');
      const row = leader.getByRole('row').filter({ hasText: TITLE });
      await row.getByText('chưa lượng hoá').or(row.getByText('0 %')).first().waitFor();
      expect(await row.textContent()).toContain('cụ thể hoá thành hợp đồng');
      await leader.goto(agreement);
      await leader.getByText('Đã ký', { exact: true }).first().waitFor();
    },
  );

  step('the buyer proposes a contract from it, the director signs on the phone, then the buyer', async () => {
    const stage = stageOf();
    buyer = (await stage.visitAs(stage.person('BUYER_MANAGER'), 'desk')).page;
    await takeUp(buyer, new RegExp(`${TITLE} đã ký, chờ cụ thể hoá`));
    await buyer.getByRole('heading', { name: 'Hai bên và thời hạn' }).waitFor();
    const first = buyer.getByRole('group', { name: PRODUCT, exact: true });
    await first.getByLabel(/^Đơn giá/).fill('42.000');
    const second = buyer.getByRole('group', { name: OTHER_GOODS, exact: true });
    await second.getByLabel(/^Dự kiến/).fill('200');
    await second.getByLabel(/^Tối đa/).fill('400');
    await second.getByLabel(/^Đơn giá/).fill('40.000');
    await buyer.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await heading(buyer, /^Hợp đồng /);
    const number = await numberIn(buyer);
    const sign = async (page: Page) => {
      await page.getByRole('button', { name: 'Ký hợp đồng' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận', exact: true }).click();
    };
    await takeUp(director, new RegExp(`${number} chờ chữ ký`));
    await sign(director);
    await said(director, 'Đã ghi nhận. Chờ bên kia xác nhận.');
    await buyer.reload();
    await sign(buyer);
    await said(buyer, 'Hai bên đã xác nhận. Hợp đồng có hiệu lực.');
  });

  step(
    'the buyer pastes two rows from Excel; the row above the contract is refused in the row, corrected and placed',
    async () => {
      await buyer.getByRole('link', { name: 'Đặt hàng theo hợp đồng' }).click();
      const sheet = buyer.getByRole('grid', { name: 'Bảng đặt hàng' });
      await sheet.waitFor();
      await sheet.getByRole('gridcell').first().click();
      await sheet.evaluate((grid, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        const at = grid.contains(document.activeElement) ? document.activeElement! : grid;
        at.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, `Tên hàng\tSố lượng\nna dai rai vu ai lang\t1.500\n${OTHER_GOODS}\t60`);
      const over = sheet.getByText(/^Vượt số hợp đồng còn cho gọi \(1\.\d{3} kg\)/);
      await over.waitFor();
      await buyer.getByLabel('Ngày cần giao').fill(dayFromNow(3));
      await buyer.getByRole('combobox', { name: /^Nơi nhận/ }).selectOption({ index: 1 });
      await buyer.getByRole('button', { name: 'Gửi đơn cho bên bán' }).click();
      await buyer
        .getByRole('alert')
        .getByText(/Dòng 1: Vượt số hợp đồng/)
        .waitFor();
      await sheet.locator('[data-cell="0:1"]').click();
      await buyer.keyboard.type('400');
      await buyer.keyboard.press('Enter');
      await over.waitFor({ state: 'detached' });
      await buyer.getByText('2 dòng đặt được').waitFor();
      await buyer.getByRole('button', { name: 'Gửi đơn cho bên bán' }).click();
      await heading(buyer, /^Đơn hàng /);
      // 400 × 42.000 + 60 × 40.000
      await buyer.getByText('19.200.000 ₫').first().waitFor();
    },
  );

  step('the director acknowledges less on the phone and the buyer accepts', async () => {
    await takeUp(director, new RegExp(`${await numberIn(buyer)} chờ bạn trả lời`));
    await heading(director, /^Trả lời đơn /);
    const card = director.getByRole('listitem').filter({ has: director.getByRole('heading', { name: PRODUCT }) });
    await card.getByText('Nhận ít hơn').click();
    await card.getByLabel('Giao được bao nhiêu').fill('350');
    await card.getByRole('button', { name: 'Không đủ hàng' }).click();
    await director.getByRole('button', { name: 'Xem lại và gửi' }).click();
    await director.getByRole('dialog').getByRole('button', { name: 'Gửi trả lời' }).click();
    await said(director, 'Đã gửi đề nghị. Bên mua sẽ đồng ý hoặc huỷ đơn.');
    await buyer.reload();
    await buyer.getByText('Lý do: Không đủ hàng').first().waitFor();
    await buyer.getByRole('button', { name: 'Đồng ý với đề nghị' }).click();
    await said(buyer, 'Đã đồng ý. Đơn được xác nhận theo đề nghị của bên bán.');
  });

  step('the director dispatches; the delivery note opens on screen and as a Vietnamese PDF', async () => {
    await takeUp(director, new RegExp(`${await numberIn(buyer)} đã xác nhận, chờ giao`));
    await director.getByLabel('Ngày dự kiến đến').fill(dayFromNow(1));
    await director.getByLabel('Biển số xe').fill('12C-000.11');
    await director.getByRole('button', { name: 'Báo hàng lên đường' }).click();
    await heading(director, /^Phiếu giao hàng /);
    shipment = pathOf(director).replace(/\/note$/, '');
    await director.getByText('PHIẾU GIAO HÀNG', { exact: false }).first().waitFor();
    const href = await director.getByRole('link', { name: 'Tải bản PDF' }).getAttribute('href');
    const file = await director.request.get(href!);
    expect(file.headers()['content-type']).toContain('application/pdf');
    const pdf = await file.body();
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
    if (!read.error) {
      expect(read.stdout).toContain('PHIẾU GIAO HÀNG');
      expect(read.stdout).toContain(PRODUCT);
      expect(read.stdout).toContain('12C-000.11');
    }
  });

  step('the receiver counts on the phone: some rejected with a reason, some missing', async () => {
    const stage = stageOf();
    receiver = (await stage.visitAs(stage.person('BUYER_RECEIVER'), 'phone', phone)).page;
    await takeUp(receiver, new RegExp(`${await numberIn(director)} đang đến, chờ kiểm nhận`));
    await receiver.getByLabel(`Loại của ${PRODUCT}`).fill('15');
    await receiver.getByLabel(`Thiếu của ${PRODUCT}`).fill('5');
    expect(await receiver.getByLabel(`Đạt của ${PRODUCT}`).inputValue()).toBe('330');
    await receiver.getByRole('button', { name: 'Xem lại và ghi nhận' }).click();
    await receiver
      .getByRole('alert')
      .getByText(/Hãy chọn lý do loại/)
      .waitFor();
    await receiver
      .getByRole('group', { name: `Vì sao loại ${PRODUCT}` })
      .getByRole('button', { name: 'Dập' })
      .click();
    await receiver.getByRole('button', { name: 'Xem lại và ghi nhận' }).click();
    await receiver.getByRole('dialog').getByRole('button', { name: 'Ghi phiếu nhận' }).click();
    await said(receiver, 'Đã ghi phiếu nhận.');
  });

  step('the buyer sees what is due with a VietQR that an independent decoder reads: account, amount and memo', async () => {
    await buyer.goto(shipment);
    await buyer.getByRole('link', { name: /^Xem đề nghị / }).click();
    await heading(buyer, /^Đề nghị thanh toán /);
    // Accepted only: 330 × 42.000 + 60 × 40.000 = 16.260.000, unprocessed farm goods between businesses: no VAT to declare.
    await buyer.getByText('16.260.000 ₫').first().waitFor();
    const picture = buyer.getByRole('img', { name: /^Mã VietQR/ });
    const account = await valueBeside(buyer, 'Số tài khoản');
    const memo = await valueBeside(buyer, 'Nội dung chuyển khoản');
    const text = await readQr(await picture.screenshot());
    const fields = fieldsOf(text);
    const receiverFields = fieldsOf(fieldsOf(fields.get('38')!).get('01')!);
    expect(receiverFields.get('01')).toBe(account);
    expect(fields.get('54')).toBe('16260000');
    expect(fields.get('53')).toBe('704');
    expect(fieldsOf(fields.get('62')!).get('08')).toBe(memo);
  });

  step('the buyer declares the transfer and the director confirms that the money came', async () => {
    await buyer.getByLabel('Mã giao dịch ngân hàng').fill('FT26000123');
    await buyer.getByRole('button', { name: 'Báo đã chuyển khoản' }).click();
    await said(buyer, 'Đã báo bên bán. Khoản này chờ bên bán xác nhận tiền về.');
    await takeUp(director, new RegExp(`${await numberIn(buyer)}, chờ bạn xác nhận tiền về`));
    await director.getByRole('button', { name: 'Đã nhận tiền', exact: true }).click();
    await director.getByRole('dialog').getByRole('button', { name: 'Đã nhận tiền', exact: true }).click();
    await said(director, 'Đã xác nhận nhận tiền.');
    await director.getByText('Đã thanh toán', { exact: true }).first().waitFor();
  });

  step('the agreement climbed by what was accepted only, and the line without a quantity never shows a percent', async () => {
    await officer.goto(agreement);
    await heading(officer, TITLE);
    // 330 accepted of 1.000 promised; rejected and missing goods count for nothing.
    const main = officer.getByRole('main');
    await main.getByText('33 %', { exact: true }).first().waitFor();
    await main.getByText(/1\/2 dòng có số lượng/).waitFor();
    const rung = main.getByRole('region', { name: 'Thang thực hiện' });
    expect(await rung.textContent()).toMatch(/Thực hiện từ 25 %, đang ở đây/);
    const line = main
      .getByRole('listitem')
      .filter({ has: officer.getByRole('heading', { name: OTHER_GOODS }) })
      .first();
    expect(await line.textContent()).toContain('chưa lượng hoá');
    expect(await line.textContent()).toContain('60 kg');
    expect(await line.textContent()).not.toContain('%');
    await officer.goto('/board?q=rai+vu+vu+2026');
    await officer.getByRole('row').filter({ hasText: TITLE }).filter({ hasText: /33\s%/ }).waitFor();
  });
}

/** A document's number, as its heading says it. */
async function numberIn(page: Page): Promise<string> {
  const title = await page.getByRole('heading', { level: 1 }).first().textContent();
  return /[A-Z]+-[\dA-Z-]+/.exec(title ?? '')![0];
}

/** The value that stands beside a term in the list of the transfer. */
async function valueBeside(page: Page, term: string): Promise<string> {
  const row = page.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd/span');
  return (await row.first().textContent())!.trim();
}
