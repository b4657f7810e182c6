import { Module } from '@nestjs/common';
import { NotifyJob } from './notify.job.js';

/** Letters of the outbox. Reads facts, decides nothing. */
@Module({ providers: [NotifyJob] })
export class NotificationsModule {}
