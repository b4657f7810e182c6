import { v7 } from 'uuid';

/** UUIDv7: sorts by creation time. */
export const newId = (): string => v7();

/** Whether PostgreSQL would read it as a uuid; anything else is nobody's id. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
