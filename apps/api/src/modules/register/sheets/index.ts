import type { SheetLayout } from '../register-sheet.js';
import { AGREEMENTS } from './agreements.js';
import { BOOTHS } from './booths.js';
import { CREDITS } from './credits.js';
import { DELEGATES } from './delegates.js';
import { LINES } from './lines.js';
import { PARTIES } from './parties.js';
import { PETITIONS } from './petitions.js';

/** The sheets of the workbook in their order. */
export const LAYOUTS: readonly SheetLayout[] = [PARTIES, DELEGATES, BOOTHS, AGREEMENTS, LINES, CREDITS, PETITIONS];
