export * from './cell-values.js';
export { cellMessages, problemOf } from './cell.messages.js';
export { matchHeaders, missingColumns } from './column-matching.js';
export type { ImportColumn, Problem, Words } from './import-kind.js';
export { templateOf } from './import-template.js';
export { ImportsModule } from './imports.module.js';
export { isExample } from './kinds/products.js';
export { fromStored, toStored } from './staged-rows.js';
