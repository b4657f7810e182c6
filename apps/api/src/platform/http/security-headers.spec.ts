import { startApi, type TestApi } from '../../testing/start-api.js';

describe('security headers', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('let a page load only its own parts and stand in no frame', async () => {
    const { headers } = await api.visitor.get('/health/live');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  });

  it('keep data from being read as something else or by another site', async () => {
    const { headers } = await api.app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ me { userId } }' } });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
  });
});
