import { Module } from '@nestjs/common';
import { DeliverNoticeJob } from './deliver-notice.job.js';
import { MailNoticeJob } from './mail-notice.job.js';

/** Brings what modules tell to the people it concerns. Reads facts, decides nothing of the trade. */
@Module({ providers: [DeliverNoticeJob, MailNoticeJob] })
export class NotificationsModule {}
