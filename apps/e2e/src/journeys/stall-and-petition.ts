import pg from 'pg';
import type { Page } from 'playwright-core';
import { dayFromNow } from '../support/papers.js';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

interface Late {
  mouId: string;
  orderId: string;
  seller: string;
  buyer: string;
}

/** A confirmed order that nobody has dispatched, of an agreement that has nothing accepted yet. */
const NOT_DISPATCHED = `select m.id as "mouId", o.id as "orderId", w.short_name as seller, b.short_name as buyer
  from purchase_order o join contract c on c.id = o.contract_id join mou m on m.id = c.mou_id join mou_progress p on p.mou_id = m.id
    join organization w on w.id = o.seller_org_id join organization b on b.id = o.buyer_org_id
  where p.rung = 'FIRST_CALL_OFF' and o.status = 'CONFIRMED' and not exists (select 1 from shipment s where s.order_id = o.id) order by o.number`;

const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();

/** A delivery does not come: seen, answered with the petition it waits for, and cleared by the receipt alone. */
export function aStallAndItsPetition(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let officer: Page;
  let late: Late;

  const database = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: stageOf().server.databaseUrl });
    await client.connect();
    try {
      await client.query(`select set_config('app.scope', 'system', false)`);
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
  const person = (role: 'SELLER_DIRECTOR' | 'BUYER_MANAGER', organization: string) =>
    stageOf()
      .people(role)
      .find((one) => one.organization === organization);
  const alert = () =>
    officer
      .getByRole('region', { name: 'Cảnh báo' })
      .getByRole('listitem')
      .filter({ hasText: /chưa giao/i });

  step('a promised day passes without a delivery, and the nightly run raises the alert with whose move it is', async () => {
    const stage = stageOf();
    const found = await database<Late>(NOT_DISPATCHED);
    late = found.find(({ seller, buyer }) => person('SELLER_DIRECTOR', seller) && person('BUYER_MANAGER', buyer))!;
    // Three weeks pass: the promise moves back, nothing else is touched.
    await database('update order_line set promised_on = current_date - 21 where order_id = $1', [late.orderId]);
    await database(`select graphile_worker.add_job('oversight.evaluate-stalls', '{}'::json)`);
    officer = (await stage.visitAs(stage.person('ALLIANCE_OFFICER'), 'desk')).page;
    for (let tries = 0; tries < 40; tries += 1) {
      const raised = await database(
        `select 1 from agreement_alert where mou_id = $1 and transition = 'DELIVERY' and cleared_at is null`,
        [late.mouId],
      );
      if (raised.length > 0) break;
      await officer.waitForTimeout(250);
    }
    await officer.goto(`/agreements/${late.mouId}#alerts`);
    await alert().getByText('Đang đứng', { exact: true }).waitFor();
  });

  step('the officer says that it waits for a petition, and raises it in the same act', async () => {
    await alert().getByRole('button', { name: 'Vướng vì kiến nghị' }).click();
    const dialog = officer.getByRole('dialog', { name: 'Thoả thuận vướng vì kiến nghị nào?' });
    await dialog.getByRole('button', { name: 'Ghi lại' }).click();
    await dialog
      .getByText(/Hãy điền|cần|bắt buộc/i)
      .first()
      .waitFor();
    await dialog.getByLabel(/^Kiến nghị điều gì/).fill('Xin mở đường cho xe lạnh vào điểm gom');
    await dialog.getByLabel(/^Bước tiếp theo/).fill('Chờ sở trả lời rồi giao lại');
    await dialog.getByRole('button', { name: 'Ghi lại' }).click();
    await said(officer, 'Đã ghi nhận.');
    await alert().getByText('Vướng vì kiến nghị chưa được trả lời').waitFor();
    const waits = officer.getByRole('region', { name: 'Vướng vì kiến nghị' });
    await waits.getByText('Xin mở đường cho xe lạnh vào điểm gom').waitFor();
    await waits.getByText('Hàng đang chờ').waitFor();
    // Prices are the parties' own: one seller and one buyer are too few to be told a sum.
    await waits.getByText('Chưa công bố').waitFor();
    await officer.goto('/petitions/metrics');
    await officer.getByRole('heading', { level: 1, name: 'Trả lời kiến nghị' }).waitFor();
    await officer.getByRole('main').getByText('41', { exact: true }).first().waitFor();
  });

  step('a receipt clears the alert; the petition goes on waiting until somebody says otherwise', async () => {
    const stage = stageOf();
    const director = (await stage.visitAs(person('SELLER_DIRECTOR', late.seller)!, 'phone')).page;
    await director.goto(`/orders/${late.orderId}/dispatch`);
    await director.getByLabel('Ngày dự kiến đến').fill(dayFromNow(0));
    await director.getByLabel('Biển số xe').fill('12C-000.22');
    await director.getByRole('button', { name: 'Báo hàng lên đường' }).click();
    await director.getByRole('heading', { level: 1, name: /^Phiếu giao hàng / }).waitFor();
    const shipment = new URL(director.url()).pathname.replace(/\/note$/, '');
    const receiver = (await stage.visitAs(person('BUYER_MANAGER', late.buyer)!, 'phone')).page;
    await receiver.goto(`${shipment}/receive`);
    await receiver.getByRole('button', { name: 'Xem lại và ghi nhận' }).click();
    await receiver.getByRole('dialog').getByRole('button', { name: 'Ghi phiếu nhận' }).click();
    await said(receiver, 'Đã ghi phiếu nhận.');
    for (let tries = 0; tries < 40; tries += 1) {
      const open = await database(
        `select 1 from agreement_alert where mou_id = $1 and transition = 'DELIVERY' and cleared_at is null`,
        [late.mouId],
      );
      if (open.length === 0) break;
      await officer.waitForTimeout(250);
    }
    await officer.goto(`/agreements/${late.mouId}#alerts`);
    await alert().getByText('Đã gỡ', { exact: true }).waitFor();
    const waits = officer.getByRole('region', { name: 'Vướng vì kiến nghị' });
    await waits.getByRole('button', { name: 'Hết vướng' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Hàng đã giao, không còn vướng' }).click();
    await dialog.getByRole('button', { name: 'Hết vướng' }).click();
    await said(officer, 'Đã ghi nhận.');
    await waits.getByText('Thoả thuận này không chờ kiến nghị nào.').waitFor();
  });
}
