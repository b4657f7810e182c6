import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Text } from '../../../platform/database/columns.js';

/** A place where cooperatives sell to consumers: reference data. */
@Entity('channel_platform')
export class ChannelPlatform {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() name: string;
  /** Host names its links live on; none for a cooperative's own site. */
  @Column({ type: 'text', array: true }) hosts: string[];
  @Column({ type: 'int' }) position: number;
}
