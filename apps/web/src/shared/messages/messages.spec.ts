/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { messages as english } from './en';

const here = import.meta.dirname;
const files = readdirSync(join(here, 'vi')).filter((name) => name.endsWith('.ts'));
const load = async (language: 'vi' | 'en', file: string) => {
  const module = (await import(join(here, language, file))) as Record<string, Record<string, string>>;
  return module[file.replace(/\.ts$/, '')] ?? {};
};

/** Names of the places to be filled, also those inside plural and select. */
const places = (sentence: string) =>
  [
    ...new Set(
      [...sentence.matchAll(/(?<!\b(?:zero|one|two|few|many|other) )\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map(([, name]) => name),
    ),
  ].sort();

/** Something for every place: only a broken sentence can fail. */
const filled = (sentence: string) => Object.fromEntries(places(sentence).map((name) => [name, 1]));

test('every Vietnamese file has an English twin', () => {
  expect(readdirSync(join(here, 'en')).filter((name) => name !== 'index.ts')).toEqual(files);
});

test.each(files)('%s says the same keys in both languages, all of them known to English readers', async (file) => {
  const vi = Object.keys(await load('vi', file));
  expect(Object.keys(await load('en', file)).sort()).toEqual([...vi].sort());
  expect(vi.filter((key) => !(key in english))).toEqual([]);
});

test.each(files)('%s can be formatted, with the same places in both languages', async (file) => {
  const [vi, en] = [await load('vi', file), await load('en', file)];
  const broken: unknown[] = [];
  for (const [language, sentences] of Object.entries({ vi, en })) {
    const intl = createIntl({ locale: language, messages: sentences, onError: (error) => broken.push(error.message) });
    for (const [key, sentence] of Object.entries(sentences)) intl.formatMessage({ id: key }, filled(sentence));
  }
  expect(broken).toEqual([]);
  for (const [key, sentence] of Object.entries(vi)) expect([key, places(en[key]!)]).toEqual([key, places(sentence)]);
});

test('no key stands in two files: the later one would win in English', async () => {
  const keys = (await Promise.all(files.map((file) => load('vi', file)))).flatMap((group) => Object.keys(group));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('no English sentence kept its Vietnamese words', async () => {
  // Names of places, products and units stay Vietnamese: they stand in quotes or are listed here.
  const names =
    /Lạng Sơn|Liên Kết|Na dai Chi Lăng loại 1|đồng|Tiếng Việt|Chuyển sang tiếng Việt|VietQR|Việc cần làm|₫|Chi Lăng|Sở|Thông báo/g;
  const marks = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
  expect(Object.entries(english).filter(([, sentence]) => marks.test(sentence.replace(names, '')))).toEqual([]);
});

test('screens hold no sentence of their own', () => {
  const source = join(here, '..', '..');
  const marks = /[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/i;
  const found: string[] = [];
  for (const folder of ['features', 'app', 'shared']) {
    for (const name of readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx$/.test(name) || /\.spec\./.test(name)) continue;
      const text = readFileSync(join(source, folder, name), 'utf8');
      const bare = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
      for (const [sentence] of bare.matchAll(/>[^<>{}]*<|(?:label|title|alt|placeholder|hint|detail)="[^"]*"/g)) {
        if (marks.test(sentence)) found.push(`${folder}/${name}: ${sentence.trim()}`);
      }
    }
  }
  expect(found).toEqual([]);
});
