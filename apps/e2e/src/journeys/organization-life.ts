import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import { signIn } from '../support/sign-in.js';
import type { Stage } from '../support/stage.js';

const NAME = 'Tổ hợp tác Mẫu Suối Trong';
const WAITING = { name: 'HTX Mẫu – Rau suối Lân', login: 'giamdoc.rau@example.vn' };
const REASON = 'Ảnh giấy đăng ký mờ, xin chụp lại.';

const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();

/** Registered by its own people, returned with a reason, verified; its bank account changes only by two persons. */
export function anOrganizationsLife(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let officer: Page, newcomer: Page;

  const openFile = async () => {
    await officer.goto('/organizations?q=Rau');
    await officer.getByRole('link', { name: WAITING.name }).click();
    await officer.getByRole('heading', { level: 1, name: WAITING.name }).waitFor();
  };

  step('a cooperative group registers on a phone and finds its draft after signing in', async () => {
    const { page } = await stageOf().visit('phone');
    await page.goto('/register');
    await page.getByLabel(/^Loại hình/).selectOption({ label: 'Tổ hợp tác' });
    await page.getByLabel(/^Tên đầy đủ/).fill(NAME);
    await page.getByRole('combobox', { name: /^Xã, phường/ }).fill('chi lang');
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.getByLabel(/^Họ và tên/).fill('Triệu Thị Suối');
    await page.getByLabel(/^E-mail/).fill('to-suoi-trong@example.vn');
    await page.getByLabel(/^Mật khẩu/).fill('nuoc suoi trong ven rung');
    await page.getByLabel(/^Tôi đồng ý để Liên Kết/).check();
    await page.getByRole('button', { name: 'Đăng ký' }).click();
    await page.getByText(`Đã nhận hồ sơ của ${NAME}.`).waitFor();
    await signIn(page, 'to-suoi-trong@example.vn', 'nuoc suoi trong ven rung');
    await page.goto('/organization');
    await page.getByText('Hồ sơ chưa gửi Liên minh').waitFor();
  });

  step('an officer returns a file with the reason, its director reads it and sends it again', async () => {
    const stage = stageOf();
    officer = (await stage.visitAs(stage.person('ALLIANCE_OFFICER'), 'desk')).page;
    await openFile();
    await officer.getByRole('button', { name: 'Trả lại, ghi lý do' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Lý do/ }).fill(REASON);
    await dialog.getByRole('button', { name: 'Trả lại, ghi lý do' }).click();
    await said(officer, /^Đã ghi:/);
    newcomer = (await stage.visit('phone')).page;
    await signIn(newcomer, WAITING.login, stage.person('ALLIANCE_OFFICER').password);
    await newcomer.goto('/organization');
    await newcomer.getByText('Liên minh trả lại hồ sơ để bổ sung').waitFor();
    await newcomer.getByText(REASON).first().waitFor();
    await newcomer.getByRole('button', { name: 'Gửi Liên minh đối chiếu' }).click();
    await said(newcomer, 'Đã gửi. Liên minh sẽ trả lời ở mục Thông báo.');
  });

  step('compared with its papers, it is active', async () => {
    await openFile();
    await officer.getByRole('button', { name: 'Đã đối chiếu, cho hoạt động' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Đã đối chiếu, cho hoạt động' }).click();
    await said(officer, /^Đã ghi:/);
    await newcomer.reload();
    await newcomer
      .getByText(/^Đang hoạt động/)
      .first()
      .waitFor();
  });

  step('its new bank account waits for a second person, who is asked for a password', async () => {
    const { password } = stageOf().person('ALLIANCE_OFFICER');
    await newcomer.getByRole('button', { name: /^(Khai|Đổi) tài khoản$/ }).click();
    await newcomer.getByLabel(/^Số tài khoản/).fill('0071234567890');
    await newcomer.getByLabel(/^Tên chủ tài khoản/).fill('HTX MAU RAU SUOI LAN');
    await newcomer.getByLabel(/^Vì sao đổi/).fill('Mở tài khoản mới cho hợp tác xã');
    await newcomer.getByLabel(/^Mật khẩu của bạn/).fill('khong phai mat khau nay');
    await newcomer.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await newcomer
      .getByLabel(/^Mật khẩu của bạn/)
      .and(newcomer.locator('[aria-invalid="true"]'))
      .waitFor();
    await newcomer.getByLabel(/^Mật khẩu của bạn/).fill(password);
    await newcomer.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await newcomer.getByText(/^Bạn đã gửi yêu cầu này nên người khác phải xác nhận/).waitFor();
    expect(await newcomer.getByRole('button', { name: 'Xác nhận', exact: true }).count()).toBe(0);
    await officer.goto('/review/organizations');
    const change = officer
      .getByRole('main')
      .locator('div')
      .filter({ has: officer.getByRole('link', { name: WAITING.name }) });
    await change.last().getByRole('button', { name: 'Xác nhận', exact: true }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel(/^Mật khẩu của bạn/).fill(password);
    await dialog.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await said(officer, 'Đã xác nhận. Tài khoản có hiệu lực sau khi hết thời gian giữ.');
  });
}
