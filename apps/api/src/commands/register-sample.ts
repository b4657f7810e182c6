import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { registerTemplate, sampleWorkbook } from '../modules/register/index.js';
import { xlsxStream } from '../platform/spreadsheets/index.js';

/**
 * Writes a workbook of a conference's register: the sample of 200 agreements between fictional parties, the same with ten planted mistakes,
 * or the empty template. Usage: node dist/commands/register-sample.js <file.xlsx> [--mistakes | --template]
 */
const [file, option] = process.argv.slice(2);
if (!file || (option && option !== '--mistakes' && option !== '--template')) {
  process.stderr.write('Usage: register-sample <file.xlsx> [--mistakes | --template]\n');
  process.exit(2);
}
const tables = option === '--template' ? registerTemplate('vi') : sampleWorkbook({ mistakes: option === '--mistakes' });
await pipeline(xlsxStream(tables), createWriteStream(file));
process.stdout.write(`${file}\n`);
