export { type Cell, cellAddress, columnLetters, type RowBatch, type SheetRow } from './cells.js';
export { csvStream } from './csv-writer.js';
export { everyRow, type ExportColumn, ExportRegistry, type ExportSource } from './export-registry.js';
export { LIMITS } from './limits.js';
export { type CellValue, type ColumnKind, numberText, type SheetColumn, type SheetTable } from './sheet-table.js';
export { comesFromElsewhere, sendSheet, type SheetFormat, splitFormat } from './send-sheet.js';
export { type SpreadsheetRefusal, SpreadsheetRefused, spreadsheetMessages } from './spreadsheet-refusal.js';
export { readSpreadsheet } from './spreadsheet-reader.js';
export { xlsxStream } from './xlsx-writer.js';
