import { SetMetadata } from '@nestjs/common';

export const JOB_HANDLER = 'lienket:job-handler';

/** Marks a provider's method as the handler of an outbox task. Delivery is at least once: handlers must be idempotent. */
export const JobHandler = (task: string): MethodDecorator => SetMetadata(JOB_HANDLER, task);

/** Marks a handler that also runs once a day, at this hour and minute in Việt Nam ("02:30"). */
export const JOB_DAILY = 'lienket:job-daily';
export const DailyAt = (time: string): MethodDecorator => SetMetadata(JOB_DAILY, time);
