import { ApolloClient, ApolloLink, InMemoryCache, Observable, type TypedDocumentNode } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import { parse } from 'graphql';
import type { ReactNode } from 'react';
import { LanguageProvider } from '../i18n/language';
import { useMutationForm } from './use-mutation-form';

interface Answer {
  __typename: string;
  [key: string]: unknown;
}
const mutation = parse(
  'mutation Save($input: SaveInput!) { save(input: $input) { id code message field currentVersion } }',
) as TypedDocumentNode<{ save: Answer }, { input: { clientKey: string } }>;
type Reply = Answer | Error | { code: string };

/** Answers one reply after another and remembers the keys it was sent. */
function setUp(...replies: Reply[]) {
  const keys: string[] = [];
  const done: string[] = [];
  const link = new ApolloLink((operation) => {
    keys.push((operation.variables['input'] as { clientKey: string }).clientKey);
    const reply = replies.shift()!;
    return new Observable((observer) => {
      setTimeout(() => {
        if (reply instanceof Error) return observer.error(reply);
        observer.next(
          '__typename' in reply
            ? { data: { save: reply } }
            : { data: null, errors: [{ message: 'unexpected', extensions: { code: reply.code, requestId: 'r-1' } }] },
        );
        observer.complete();
      });
    });
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>
      <LanguageProvider initial="vi">{children}</LanguageProvider>
    </ApolloProvider>
  );
  const { result } = renderHook(
    () =>
      useMutationForm(mutation, { form: 'spec', pick: (data) => data.save, onDone: (saved) => done.push(String(saved['id'])) }),
    { wrapper },
  );
  const submit = () => act(async () => void (await result.current.submit((clientKey) => ({ input: { clientKey } }))));
  return { keys, done, result, submit };
}

const saved = { __typename: 'Thing', id: '1', code: null, message: null, field: null, currentVersion: null };
const refused = {
  __typename: 'Refused',
  id: null,
  code: 'NAME_TAKEN',
  message: 'Tên này đã có.',
  field: 'nameVi',
  currentVersion: null,
};

beforeEach(() => {
  sessionStorage.clear();
  let count = 0;
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => `key-${(count += 1)}` });
});

test('a refusal stands beside its field, and the next try carries the same key', async () => {
  const { keys, done, result, submit } = setUp(refused, saved);
  await submit();
  expect(result.current.errorOf('nameVi')).toBe('Tên này đã có.');
  await submit();
  expect(result.current.errorOf('nameVi')).toBeUndefined();
  expect(keys).toEqual(['key-1', 'key-1']);
  expect(done).toEqual(['1']);
});

test('after success the next document has a key of its own', async () => {
  const { keys, submit } = setUp(saved, saved);
  await submit();
  await submit();
  expect(keys).toEqual(['key-1', 'key-2']);
});

test('two presses at once send one request', async () => {
  const { keys, result } = setUp(saved, saved);
  await act(async () => {
    const press = () => result.current.submit((clientKey) => ({ input: { clientKey } }));
    await Promise.all([press(), press()]);
  });
  expect(keys).toEqual(['key-1']);
});

test('a lost connection keeps the key: what may have arrived is not made twice', async () => {
  const { keys, result, submit } = setUp(new TypeError('Failed to fetch'), saved);
  await submit();
  expect(result.current.errorOf('')).toMatch(/kết nối/);
  await submit();
  expect(keys).toEqual(['key-1', 'key-1']);
});

test('a key that was used for another content is given up, with a warning', async () => {
  const { keys, result, submit } = setUp({ code: 'IDEMPOTENCY_MISMATCH' }, saved);
  await submit();
  expect(result.current.errorOf('')).toMatch(/Lần gửi trước/);
  await submit();
  expect(keys).toEqual(['key-1', 'key-2']);
});

test('an unexpected failure tells its request id', async () => {
  const { result, submit } = setUp({ code: 'INTERNAL' });
  await submit();
  expect(result.current.failure.requestId).toBe('r-1');
});

test('a version conflict opens the dialog and no field is blamed', async () => {
  const { result, submit } = setUp({
    __typename: 'VersionConflict',
    code: 'VERSION_CONFLICT',
    message: 'x',
    field: null,
    id: null,
    currentVersion: 7,
  });
  await submit();
  expect(result.current.failure.conflict?.currentVersion).toBe(7);
  expect(result.current.failure.fields).toEqual({});
});

test('what the screen finds itself is not sent', async () => {
  const { result } = setUp();
  let sound = true;
  act(() => void (sound = result.current.check({ nameVi: 'Hãy điền tên.', price: null })));
  expect(sound).toBe(false);
  expect(result.current.errorOf('nameVi')).toBe('Hãy điền tên.');
});
