import { fileURLToPath } from 'node:url';

/** Where pictures of screens go; not under version control. */
export const SCREENSHOTS = fileURLToPath(new URL('../../screenshots', import.meta.url));
