import { Injectable, type OnModuleInit } from '@nestjs/common';
import { column, each, type ExportColumn, ExportRegistry, isSignedIn } from '../../platform/spreadsheets/index.js';
import { WorkItemQueries, type WorkItemView } from './work-item.queries.js';
import { WORK_WORDS } from './work-item-words.js';

const sentence = ({ kind, title, counterparty }: WorkItemView, locale: 'vi' | 'en'): string =>
  WORK_WORDS[kind][locale].replace('{title}', () => title).replace('{counterparty}', () => counterparty ?? '');

const ITEMS: readonly ExportColumn<WorkItemView>[] = [
  column('Việc', 'What waits', 'TEXT', sentence, 60),
  column('Về', 'About', 'TEXT', ({ title }) => title, 36),
  column('Đơn vị liên quan', 'With', 'TEXT', ({ counterparty }) => counterparty, 30),
  column('Số tiền (đ)', 'Amount (VND)', 'INTEGER', ({ amount }) => amount),
  column('Hạn', 'Due', 'INSTANT', ({ dueAt }) => dueAt),
  column('Chờ từ', 'Since', 'INSTANT', ({ since }) => since),
];

/** "Việc cần làm" as a file: what waits for the reader, and only what the reader's roles may do. */
@Injectable()
export class WorkItemExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly items: WorkItemQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'work', title: { vi: 'Việc cần làm', en: 'To do' }, columns: ITEMS, isFor: isSignedIn },
      rows: (actor) => each(this.items.of(actor!)),
    });
  }
}
