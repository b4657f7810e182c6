import { Module } from '@nestjs/common';
import { DeliverNoticeJob } from './deliver-notice.job.js';
import { MailDigestJob } from './mail-digest.job.js';
import { MailNoticeJob } from './mail-notice.job.js';
import { NoticeExport } from './notice-export.js';
import { NoticeSettingsService } from './notice-settings.service.js';
import { NotificationQueries } from './notification.queries.js';
import { NotificationResolver } from './notification.resolver.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** Brings what modules tell to the people it concerns. Reads facts, decides nothing of the trade. */
@Module({
  controllers: [UnsubscribeController],
  providers: [
    DeliverNoticeJob,
    MailNoticeJob,
    MailDigestJob,
    NoticeExport,
    NoticeSettingsService,
    NotificationQueries,
    NotificationResolver,
  ],
})
export class NotificationsModule {}
