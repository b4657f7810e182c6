import { Column, CreateDateColumn, ForeignKey, PrimaryColumn } from 'typeorm';

/** UUIDv7 key, made by the application so that it sorts by time and is known before the insert. */
export const Id = (): PropertyDecorator => PrimaryColumn({ type: 'uuid' });

/** Amount in whole đồng; `bigint` on both sides, see `platform/database/data-source`. */
export const Dong = (options: { nullable?: boolean; default?: string } = {}): PropertyDecorator =>
  Column({ type: 'bigint', ...options });

/** Quantity in the base unit with three decimals; a decimal string in JavaScript, never a float. */
export const Qty = (options: { nullable?: boolean; default?: string } = {}): PropertyDecorator =>
  Column({ type: 'numeric', precision: 14, scale: 3, ...options });

/** Business date in Asia/Ho_Chi_Minh as `YYYY-MM-DD`. */
export const BusinessDate = (options: { nullable?: boolean } = {}): PropertyDecorator => Column({ type: 'date', ...options });

export const Instant = (options: { nullable?: boolean } = {}): PropertyDecorator => Column({ type: 'timestamptz', ...options });

export const Text = (options: { nullable?: boolean; default?: string } = {}): PropertyDecorator =>
  Column({ type: 'text', ...options });

export const Flag = (): PropertyDecorator => Column({ type: 'boolean', default: false });

export const Version = (): PropertyDecorator => Column({ type: 'int', default: 1 });

export const CreatedAt = (): PropertyDecorator => CreateDateColumn({ type: 'timestamptz' });

/** Reference by entity name, so that a module need not import another module's entity. */
export const Ref = (entity: string, options: { nullable?: boolean } = {}): PropertyDecorator => {
  return (target, key) => {
    Column({ type: 'uuid', ...options })(target, key);
    ForeignKey(entity)(target, key);
  };
};
