import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

const COMMAND = new URL('../../../api/dist/commands/register-sample.js', import.meta.url).pathname;
/** Sheet and cell of each planted mistake, as the officer reads them. */
const MISTAKES = [
  'Các bên!D61',
  'Các bên!A102',
  'Đại biểu!F12',
  'Gian trưng bày!A19',
  'Biên bản!D31',
  'Biên bản!H42',
  'Dòng hàng!E51',
  'Dòng hàng!D101',
  'Thỏa thuận tín dụng!B5',
  'Kiến nghị!C21',
];

/** An officer brings in a register with ten mistakes; another approves what is right; then all of it is taken back. */
export function theRegister(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let officer: Page;
  let leader: Page;
  let address = '';
  const agreements = async () =>
    (
      await stageOf().ask<{ agreementBoard: { totalCount: number } }>(
        stageOf().person('ALLIANCE_OFFICER'),
        '{ agreementBoard(filter: { eventCode: "HN-MAU-2025" }, first: 1) { totalCount } }',
      )
    ).agreementBoard.totalCount;

  step('ten mistakes are shown at their sheets and cells, and nothing has changed', async () => {
    const stage = stageOf();
    const file = join(mkdtempSync(join(tmpdir(), 'register-')), 'so-co-muoi-loi.xlsx');
    execFileSync(process.execPath, [COMMAND, file, '--mistakes']);
    ({ page: officer } = await stage.visitAs(stage.person('ALLIANCE_OFFICER'), 'desk'));
    await officer.goto('/registers?event=HN-MAU-2025');
    await officer.locator('input[type=file]').setInputFiles(file);
    await officer.getByText('Chưa có gì thay đổi trong hệ thống').waitFor();
    for (const place of MISTAKES) await officer.getByText(place, { exact: true }).first().waitFor();
    expect(await agreements()).toBe(0);
    address = new URL(officer.url()).pathname;
  });

  step('two names that look known are decided by a person, one of them as new', async () => {
    const choices = officer.getByRole('group').filter({ hasText: 'tên giống nhau' });
    expect(await choices.count()).toBe(2);
    expect(await officer.getByRole('button', { name: /^Trình duyệt/ }).isDisabled()).toBe(true);
    // The server keeps the choice: the circle fills when it has answered.
    await choices.nth(0).getByRole('radio').first().click();
    await officer.getByText('còn 1 bên chưa chọn').waitFor();
    await choices.nth(1).getByLabel('Là đơn vị mới').click();
    await officer.getByText('đã chọn hết').waitFor();
  });

  step('who prepared it cannot approve it, a second person can', async () => {
    await officer.getByRole('button', { name: /^Trình duyệt/ }).click();
    await officer.getByText('Người chuẩn bị sổ không duyệt sổ đó').waitFor();
    const stage = stageOf();
    ({ page: leader } = await stage.visitAs(stage.person('ALLIANCE_LEADER'), 'desk'));
    await leader.goto('/work');
    await leader.getByText('chờ người thứ hai duyệt').first().waitFor();
    await leader.goto(address);
    await leader.getByRole('button', { name: 'Duyệt và nhập' }).click();
    await leader.getByText('Sổ đã được nhập').waitFor({ timeout: 30_000 });
    expect(await agreements()).toBeGreaterThan(150);
  });

  step('an agreement shows the cell of every field', async () => {
    const { agreementBoard } = await stageOf().ask<{ agreementBoard: { edges: { node: { id: string } }[] } }>(
      stageOf().person('ALLIANCE_OFFICER'),
      '{ agreementBoard(filter: { eventCode: "HN-MAU-2025" }, first: 1) { edges { node { id } } } }',
    );
    await leader.goto(`/agreements/${agreementBoard.edges[0]!.node.id}`);
    await leader.getByRole('heading', { name: 'Nguồn trong sổ hội nghị' }).waitFor();
    await leader.getByText(/^Biên bản!A\d+$/).waitFor();
  });

  step('all of it is taken back', async () => {
    await leader.goto(address);
    await leader.getByRole('button', { name: 'Hoàn tác cả sổ' }).click();
    await leader.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await leader.getByText('Đã hoàn tác cả sổ').waitFor({ timeout: 30_000 });
    expect(await agreements()).toBe(0);
  });
}
