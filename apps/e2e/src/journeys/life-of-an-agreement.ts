import type { Page } from 'playwright-core';
import { dayFromNow } from '../support/papers.js';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

const TITLE = 'Ghi nhớ tiêu thụ thạch đen vụ đông';

const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Refused and proposed anew, signed by both, amended with both consents, closed in part: every word of it stays readable. */
export function theLifeOfAnAgreement(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let director: Page, buyer: Page;
  let agreement = '';

  const act = async (page: Page, button: string, confirm: string) => {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: confirm, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const circulate = async () => {
    await director.getByRole('button', { name: 'Gửi các bên ký' }).click();
    const dialog = director.getByRole('dialog');
    await dialog.getByLabel('Ký trên hệ thống phải có mã một lần gửi qua e-mail').uncheck();
    await dialog.getByRole('button', { name: 'Gửi', exact: true }).click();
    await said(director, 'Đã gửi các bên.');
  };
  const consent = async (page: Page) => {
    await page.goto(agreement);
    await act(page, 'Đồng ý', 'Đồng ý');
    await said(page, 'Đã ghi nhận trả lời.');
  };

  step('a director records a memorandum and sends it to be signed', async () => {
    const stage = stageOf();
    const [seller, retailer] = [stage.people('SELLER_DIRECTOR')[2]!, stage.people('BUYER_MANAGER')[0]!];
    director = (await stage.visitAs(seller, 'desk')).page;
    buyer = (await stage.visitAs(retailer, 'phone')).page;
    await director.goto('/agreements/new');
    await director.getByLabel('Tên biên bản').fill(TITLE);
    await director.getByLabel('Hiệu lực từ ngày').fill(dayFromNow(0));
    await director.getByLabel('Đến hết ngày').fill(dayFromNow(200));
    await director
      .getByRole('group', { name: 'Bên 2', exact: true })
      .getByRole('combobox', { name: /^Đơn vị/ })
      .fill('sieu thi mau so mot');
    await director
      .getByRole('option', { name: new RegExp(retailer.organization) })
      .first()
      .click();
    const line = director.getByRole('group', { name: 'Dòng 1', exact: true });
    await line.getByLabel(/^Tên hàng ghi trong biên bản/).fill('Thạch đen khô');
    await line.getByLabel(/^Đơn vị tính/).fill('kg');
    await line.getByRole('radio', { name: 'Có ghi số lượng' }).check();
    await line.getByLabel(/^Số lượng/).fill('5.000');
    await director.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await heading(director, TITLE);
    agreement = pathOf(director);
    await circulate();
  });

  step('the buyer refuses with a reason on a phone; the director reads it, changes the quantity and proposes anew', async () => {
    await buyer.goto(agreement);
    await buyer.getByRole('button', { name: 'Từ chối, ghi lý do' }).click();
    await buyer.getByRole('dialog').getByLabel('Lý do').fill('Kho chỉ nhận được 2 tấn một vụ');
    await buyer.getByRole('dialog').getByRole('button', { name: 'Từ chối', exact: true }).click();
    await said(buyer, 'Đã trả biên bản về dự thảo.');
    await director.reload();
    await director
      .getByText(/Kho chỉ nhận được 2 tấn một vụ/)
      .first()
      .waitFor();
    await director.getByRole('link', { name: 'Sửa dự thảo' }).click();
    await director
      .getByRole('group', { name: 'Dòng 1', exact: true })
      .getByLabel(/^Số lượng/)
      .fill('2.000');
    await director.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await heading(director, TITLE);
    await circulate();
  });

  step('both sign, and it is in force', async () => {
    await act(director, 'Xác nhận biên bản', 'Xác nhận');
    await said(director, 'Đã ghi nhận xác nhận.');
    await buyer.goto(agreement);
    await act(buyer, 'Xác nhận biên bản', 'Xác nhận');
    await said(buyer, 'Đã ghi nhận xác nhận.');
    await buyer.getByText('Cam kết 2.000 kg').first().waitFor();
  });

  step('an annex takes effect once both consent; what was signed first stays on the page', async () => {
    await director.goto(agreement);
    await director.getByRole('button', { name: 'Lập phụ lục' }).click();
    const dialog = director.getByRole('dialog');
    await dialog.getByLabel('Số lượng mới').fill('1.500');
    await dialog.getByLabel('Lý do').fill('Mưa đá làm giảm sản lượng');
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await said(director, 'Đã gửi đề nghị.');
    expect(await director.getByRole('button', { name: 'Đồng ý', exact: true }).count()).toBe(0);
    await consent(buyer);
    for (const page of [director, buyer]) {
      await page.goto(agreement);
      await page.getByText('Ban đầu 2.000 kg · Phụ lục 1: 1.500 kg').waitFor();
      await page.getByText('Cam kết 1.500 kg').first().waitFor();
    }
  });

  step('what went by telephone counts by its proof, and the agreement closes in part for named reasons', async () => {
    await director.getByRole('button', { name: 'Ghi lần giao' }).click();
    const delivery = director.getByRole('dialog');
    await delivery.getByLabel('Số lượng đã giao').fill('600');
    await delivery.getByRole('button', { name: 'Ghi lần giao' }).click();
    await said(director, 'Đã ghi. Bên kia được báo để xác nhận.');
    await buyer.goto(agreement);
    await buyer.getByRole('button', { name: 'Đúng', exact: true }).click();
    await said(buyer, 'Đã ghi câu trả lời.');
    await director.goto(agreement);
    await director.getByText('Đã nhận theo bằng chứng: A 0 kg · B 0 kg · C 600 kg').waitFor();
    await director.getByRole('button', { name: 'Đề nghị kết thúc' }).click();
    const dialog = director.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Hết vụ');
    await dialog.getByRole('radio', { name: 'Hoàn thành' }).check();
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await dialog
      .getByText(/không ghi “hoàn thành” được/)
      .first()
      .waitFor();
    await dialog.getByRole('radio', { name: 'Thực hiện một phần' }).check();
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await said(director, 'Đã gửi đề nghị.');
    await consent(buyer);
    await buyer.goto(agreement);
    await buyer.getByText('Kết quả: Thực hiện một phần').waitFor();
    await buyer.getByText(/^Nguyên nhân: /).waitFor();
    await buyer.getByText('Ban đầu 2.000 kg · Phụ lục 1: 1.500 kg').waitFor();
    expect(await buyer.getByRole('button', { name: 'Đề nghị kết thúc' }).count()).toBe(0);
    await buyer.getByRole('button', { name: 'Lập tiếp biên bản mới' }).waitFor();
  });
}
