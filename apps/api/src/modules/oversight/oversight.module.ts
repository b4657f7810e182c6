import { Module } from '@nestjs/common';
import { BoardQueries } from './board.queries.js';
import { BoardResolver } from './board.resolver.js';
import { WorkItemQueries } from './work-item.queries.js';
import { WorkItemResolver } from './work-item.resolver.js';

/** Reads all, writes nothing. */
@Module({ providers: [BoardQueries, BoardResolver, WorkItemQueries, WorkItemResolver] })
export class OversightModule {}
