import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { BadInputError, NotFoundError } from '../../platform/errors.js';
import { Clock } from '../../platform/clock.js';
import {
  type CellValue,
  comesFromElsewhere,
  ExportRegistry,
  type ExportSource,
  sendSheet,
  splitFormat,
} from '../../platform/spreadsheets/index.js';
import { SessionReader } from '../identity/index.js';

const MOST_ROWS = 50_000;
const CUT = {
  vi: `Danh sách dài hơn: tệp dừng ở ${MOST_ROWS.toLocaleString('vi-VN')} dòng. Hãy lọc bớt rồi xuất lại.`,
  en: `The list is longer: the file stops at ${MOST_ROWS.toLocaleString('en-US')} rows. Filter it and export again.`,
};

/** Every list as a spreadsheet, with the filters, the rights and the masks of its screen. */
@Controller('exports')
@Authority('PUBLIC')
export class ExportController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly registry: ExportRegistry,
    private readonly clock: Clock,
  ) {}

  @Get(':file')
  async send(
    @Param('file') file: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = splitFormat(file);
    const source = wanted && this.registry.find(wanted.name);
    const actor = source ? await this.sessions.actorOf(request) : null;
    if (!wanted || !source || comesFromElsewhere(request) || !source.isFor(actor)) {
      return void reply.code(404).send(NOT_FOUND);
    }
    const filter = Object.fromEntries(
      Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= 200),
    );
    const locale = filter['lang'] === 'en' || filter['lang'] === 'vi' ? filter['lang'] : (actor?.locale ?? 'vi');
    const rows = rowsOf(source, actor, filter, locale);
    // What cannot be read at all is said before the first byte of a file.
    const first = await rows.next().catch(nullWhenMissing);
    if (first === null) return void reply.code(404).send(NOT_FOUND);
    await sendSheet(reply, {
      format: wanted.format,
      name: `${wanted.name}-${this.clock.today()}`,
      delimiter: filter['delimiter'] === ',' ? ',' : ';',
      tables: [
        {
          name: source.title[locale],
          columns: source.columns.map(({ label, kind, width }) => ({ header: label[locale], kind, ...(width ? { width } : {}) })),
          rows: after(first, rows),
        },
      ],
    });
  }
}

const NOT_FOUND = { code: 'NOT_FOUND', message: 'Không tìm thấy, hoặc bạn không có quyền xem.' };

function nullWhenMissing(error: unknown): null {
  if (error instanceof NotFoundError || error instanceof BadInputError) return null;
  throw error;
}

async function* after(first: IteratorResult<CellValue[]>, rest: AsyncGenerator<CellValue[]>): AsyncGenerator<CellValue[]> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* rowsOf(
  source: ExportSource,
  actor: Actor | null,
  filter: Readonly<Record<string, string>>,
  locale: 'vi' | 'en',
): AsyncGenerator<CellValue[]> {
  let count = 0;
  for await (const row of source.rows(actor, filter)) {
    count += 1;
    if (count > MOST_ROWS) {
      yield [CUT[locale]];
      return;
    }
    yield source.columns.map(({ value }) => value(row, locale));
  }
}
