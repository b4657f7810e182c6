import { readConfig } from './config.js';

const sound = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://app@db/lienket',
  APP_SECRET: 'q8Zr2mX7vT1kLw9Yb4Nc6Hd3Fg5Js0Pa',
  PUBLIC_URL: 'https://lienket.example.vn',
};

describe('configuration in production', () => {
  it('starts when all is set', () => {
    expect(readConfig(sound)).toMatchObject({ production: true, demo: false });
  });

  it.each([
    ['demo data', { DEMO: '1' }, 'DEMO=1'],
    ['a missing secret', { APP_SECRET: undefined }, 'APP_SECRET'],
    ['a weak secret', { APP_SECRET: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }, 'APP_SECRET'],
    ['no database', { DATABASE_URL: undefined }, 'DATABASE_URL'],
    ['an address without TLS', { PUBLIC_URL: 'http://lienket.example.vn' }, 'PUBLIC_URL'],
  ])('refuses %s and names it', (_what, change, named) => {
    expect(() => readConfig({ ...sound, ...change })).toThrow(named);
  });

  it('names everything that is wrong at once', () => {
    expect(() => readConfig({ NODE_ENV: 'production', DEMO: '1' })).toThrow(
      /DEMO[\s\S]*DATABASE_URL[\s\S]*APP_SECRET[\s\S]*PUBLIC_URL/,
    );
  });
});
