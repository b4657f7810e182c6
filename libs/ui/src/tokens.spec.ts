import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');

/** The colours set by the first block after a selector. */
const inks = (selector: string) => {
  const start = css.indexOf('{', css.indexOf(selector));
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
};

const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const grounds = ['paper', 'paper-raised', 'paper-sunk'];
const words = ['ink', 'ink-2', 'ink-3', 'accent', 'leaf', 'ochre', 'brick', 'slate'];

describe.each([
  ['light', "[data-theme='light'] {"],
  ['dark', "  [data-theme='dark'] {"],
])('the %s theme', (_name, selector) => {
  const ink = inks(selector);
  const ratio = (over: string, ground: string) => contrast(ink[over]!, ink[ground]!);

  test.each(grounds.flatMap((ground) => words.map((word) => [word, ground])))('%s is readable on %s (AA)', (word, ground) => {
    expect(ratio(word!, ground!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('figures on %s reach AAA', (ground) => {
    expect(ratio('ink', ground)).toBeGreaterThanOrEqual(7);
    expect(ratio('ink-2', ground)).toBeGreaterThanOrEqual(7);
  });

  test.each(['accent', 'leaf', 'ochre', 'brick', 'slate'])('%s is readable on its own soft ground, and so is ink', (tone) => {
    expect(ratio(tone, `${tone}-soft`)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('ink', `${tone}-soft`)).toBeGreaterThanOrEqual(7);
  });

  test('what stands on the accent is readable', () => {
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('on-accent', 'accent-hover')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('field outlines and the focus ring stand out on %s', (ground) => {
    expect(ratio('field-border', ground)).toBeGreaterThanOrEqual(3);
    expect(ratio('focus', ground)).toBeGreaterThanOrEqual(3);
  });
});

test('the system dark theme and the chosen dark theme are the same ink', () => {
  expect(inks(":root:not([data-theme='light'])")).toEqual(inks("  [data-theme='dark'] {"));
});
