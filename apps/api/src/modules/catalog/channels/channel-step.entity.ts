import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Text } from '../../../platform/database/columns.js';

/** A step of the Alliance's own guide; for every platform when none is named. */
@Entity('channel_step')
export class ChannelStep {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Column({ type: 'text', array: true, nullable: true }) platforms: string[] | null;
  @Text() textVi: string;
  @Text() textEn: string;
  @Column({ type: 'int' }) position: number;
}
