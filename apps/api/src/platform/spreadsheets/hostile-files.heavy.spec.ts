import { hostileFiles } from '../../testing/hostile-files.js';
import { readSpreadsheet, spreadsheetMessages, SpreadsheetRefused } from './index.js';

const MB = 1024 * 1024;

async function outcome(bytes: Buffer): Promise<string> {
  try {
    for await (const batch of readSpreadsheet(bytes)) expect(batch.rows.length).toBeLessThanOrEqual(500);
    return 'READ';
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error;
    const sentence = (spreadsheetMessages as Record<string, { vi: (r: never) => string; en: (r: never) => string }>)[
      error.refusal.code
    ]!;
    expect(sentence.vi(error.refusal as never).length).toBeGreaterThan(20);
    expect(sentence.en(error.refusal as never).length).toBeGreaterThan(20);
    return error.refusal.code;
  }
}

describe('hostile files', () => {
  it('are refused with a sentence, in a few seconds and little memory each', async () => {
    const files = await hostileFiles();
    expect(files.length).toBeGreaterThan(35);
    const wrong: unknown[] = [];
    for (const [what, , bytes, code] of files) {
      const [started, memory] = [Date.now(), process.memoryUsage().rss];
      const got = await outcome(bytes);
      const [ms, grown] = [Date.now() - started, process.memoryUsage().rss - memory];
      if (got !== code || ms > 10_000 || grown > 400 * MB) wrong.push({ what, got, code, ms, grownMb: Math.round(grown / MB) });
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('that take too long or too much memory end their thread, not the server', async () => {
    const [, , bytes] = (await hostileFiles()).find(([what]) => what.startsWith('CSV of 30,000'))!;
    const read = async (options: { busyMs?: number; memoryMb?: number }) => {
      for await (const batch of readSpreadsheet(bytes, options)) expect(batch.rows.length).toBeGreaterThan(0);
    };
    await expect(read({ busyMs: 1 })).rejects.toMatchObject({ refusal: { code: 'SHEET_TOO_HEAVY' } });
    await expect(read({ memoryMb: 4 })).rejects.toMatchObject({
      refusal: { code: expect.stringMatching(/TOO_HEAVY|TOO_MANY_ROWS/) },
    });
  });
});
