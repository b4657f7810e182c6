import type { DataSource } from 'typeorm';
import { gatherCast } from './cast.js';
import { DEMO_EVENT } from './stories.js';
import type { Answer, Storyteller } from './storyteller.js';

/** Days before today at whose end the demo reports are cut off; the last one waits to be issued. */
const CUT_OFFS = [-61, -31, -1] as const;

/** Reports on the demo conference: two issued by the leader, one drawn up by the officer and waiting. Every number comes from the facts told before. */
export async function tellReports(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { officer, leader } = await gatherCast(dataSource);
  const last = CUT_OFFS.at(-1)!;
  for (const [index, cutOff] of CUT_OFFS.entries()) {
    teller.on(cutOff + 1, 9);
    const periodFrom = teller.date(index === 0 ? -230 : CUT_OFFS[index - 1]! + 1);
    const input = { eventCode: DEMO_EVENT, periodFrom, asOf: teller.date(cutOff) };
    const draft: Answer = await teller.act(
      officer,
      `demo:report:${index}`,
      'reportPrepare',
      'ReportPrepareInput',
      'ProgressReport',
      input,
      '',
    );
    if (cutOff === last) continue;
    teller.on(cutOff + 1, 15);
    const step = { id: draft.id, version: draft.version };
    await teller.act(leader, `demo:report:${index}-issued`, 'reportIssue', 'ReportActionInput', 'ProgressReport', step, '');
  }
}
