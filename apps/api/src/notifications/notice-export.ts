import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NOTICE_GROUP_NAMES, NOTICE_GROUPS } from '@lienket/domain';
import {
  column,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  isSignedIn,
  labelOf,
  oneOf,
} from '../platform/spreadsheets/index.js';
import { NotificationQueries, type NotificationView } from './notification.queries.js';

const NOTICES: readonly ExportColumn<NotificationView>[] = [
  column('Lúc', 'At', 'INSTANT', ({ createdAt }) => createdAt),
  column('Nhóm', 'Group', 'TEXT', ({ group }, locale) => labelOf(NOTICE_GROUPS, group, locale)),
  column('Thông báo', 'Notice', 'TEXT', ({ title }) => title, 44),
  column('Nội dung', 'Text', 'TEXT', ({ text }) => text, 60),
  column('Khẩn', 'Urgent', 'TEXT', ({ urgent }) => (urgent ? 'x' : null)),
  column('Đã đọc lúc', 'Read at', 'INSTANT', ({ readAt }) => readAt),
];

/** A person's own notices as a file. */
@Injectable()
export class NoticeExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly notices: NotificationQueries,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      ...{ name: 'notices', title: { vi: 'Thông báo', en: 'Notices' }, columns: NOTICES, isFor: isSignedIn },
      rows: (actor, filter) => {
        const question = { group: oneOf(NOTICE_GROUP_NAMES, filter['group']), unreadOnly: filter['unread'] === 'true' };
        return everyRow((first, after) => this.notices.page(actor!, question, first, after));
      },
    });
  }
}
