import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { startApi, type TestApi } from '../../testing/start-api.js';

describe('stopping while browsers are connected', () => {
  let api: TestApi;

  beforeAll(async () => {
    // An application of its own: it is closed here.
    api = await startApi({ stripe: { secretKey: 'sk_test_stop', webhookSecret: 'whsec_stop', apiUrl: 'http://127.0.0.1:1' } });
  });

  it('ends at once what never asked anything, and finishes what is being answered', async () => {
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as { port: number };
    const silent: Socket = connect(port, '127.0.0.1');
    const asking: Socket = connect(port, '127.0.0.1');
    await Promise.all([once(silent, 'connect'), once(asking, 'connect')]);
    let answer = '';
    asking.on('data', (part: Buffer) => (answer += part.toString()));
    asking.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(asking, 'data');
    const ended = [once(silent, 'close'), once(asking, 'close')];
    const patience = new Promise((_, reject) =>
      setTimeout(() => reject(new Error('still waiting for a connection')), 5_000).unref(),
    );
    await Promise.race([Promise.all([...ended, api.stop()]), patience]);
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
  });
});
