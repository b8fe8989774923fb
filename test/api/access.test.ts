import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePassword } from '../../src/api/password.ts';
import { localPath } from '../../src/api/security.ts';
import { startServer } from '../../src/api/server.ts';
import { buildListed, type Harness, OPERATOR, openHarness, REMOTE, Visitor } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness({
    token: TOKEN,
    submit: async (partner, json) => ({ partner, count: Array.isArray(json) ? json.length : 0 }),
  });
});
afterAll(() => harness?.close());

const TOKEN = 'a-token-of-this-machine';
const BASIC = `Basic ${Buffer.from(`${OPERATOR.name}:${OPERATOR.password}`).toString('base64')}`;
const ID = '01890000-0000-7000-8000-000000000000';

/** Every route that answers somebody who is not signed in. */
const OPEN = [
  'GET /healthz', 'HEAD /healthz', 'GET /readyz', 'HEAD /readyz', 'GET /login', 'HEAD /login', 'POST /login',
  'GET /assets/claimwire.css', 'HEAD /assets/claimwire.css', 'GET /assets/refresh.js', 'HEAD /assets/refresh.js',
  'GET /assets/claimwire.svg', 'HEAD /assets/claimwire.svg',
]; // biome-ignore format: a table

describe('login guard', () => {
  it('shuts every registered route but health, login and the assets of the login page', async () => {
    const open: string[] = [];
    for (const { method, url } of harness.routes) {
      const path = url.replace(/:\w+/g, ID).replace('*', 'static/js/main.js');
      const answer = await harness.app.inject({ method: method as 'GET', url: path, remoteAddress: REMOTE });
      const refused =
        answer.statusCode === 401 ||
        (answer.statusCode === 303 && String(answer.headers.location).startsWith('/login'));
      if (!refused) open.push(`${method} ${url}`);
    }
    expect(harness.routes.length).toBeGreaterThan(60);
    expect(open.sort()).toEqual([...OPEN].sort());
  });

  it.each(['/nowhere', '/claims/../files', '/.env', '//evil.example/', '/assets/../package.json'])(
    'shuts %s too',
    async (url) => {
      const answer = await harness.app.inject({ url, remoteAddress: REMOTE });
      expect(answer.statusCode).toBe(303);
      expect(answer.headers.location).toMatch(/^\/login/);
    },
  );

  it('leads back to the page that was asked for, and never to another host', async () => {
    const answer = await harness.app.inject({ url: '/claims?state=paid' });
    expect(answer.headers.location).toBe('/login?next=%2Fclaims%3Fstate%3Dpaid');
    const visitor = new Visitor(harness.app);
    expect((await visitor.logIn(OPERATOR.password, OPERATOR.name, '/claims?state=paid')).headers.location).toBe(
      '/claims?state=paid',
    );
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/a\nb',
      '/login?next=/x',
      '',
      undefined,
      ['/x'],
    ]) {
      expect(localPath(next)).toBe('/');
    }
  });

  it('lets scripts in by HTTP Basic on /api and /metrics only', async () => {
    const ask = (url: string, authorization = BASIC) =>
      harness.app.inject({ url, headers: { authorization }, remoteAddress: REMOTE });
    expect((await ask('/api/claims')).statusCode).toBe(200);
    expect((await ask('/metrics')).statusCode).toBe(200);
    expect((await ask('/claims')).statusCode).toBe(303);
    const wrong = await ask('/api/claims', `Basic ${Buffer.from('operator:wrong').toString('base64')}`);
    expect(wrong.statusCode).toBe(401);
    expect(wrong.headers['www-authenticate']).toMatch(/^Basic/);
    expect((await ask('/api/claims', 'Basic ====')).statusCode).toBe(401);
  });

  it('opens /metrics to this machine, but not to what comes through a proxy on it', async () => {
    expect((await harness.app.inject({ url: '/metrics' })).statusCode).toBe(200);
    expect(
      (await harness.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode,
    ).toBe(401);
    expect((await harness.app.inject({ url: '/metrics', remoteAddress: REMOTE })).statusCode).toBe(401);
  });
});

describe('session', () => {
  it.each([
    ['wrong password', 'operator', 'guess'],
    ['wrong name', 'root', OPERATOR.password],
    ['nothing', '', ''],
  ])('refuses %s', async (_what, name, password) => {
    const { app } = await buildListed(harness.options);
    const visitor = new Visitor(app);
    const answer = await visitor.logIn(password, name);
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('Operator name or password is wrong.');
    expect((await visitor.get('/')).statusCode).toBe(303);
    await app.close();
  });

  it('lets commands of this machine in by the token, where scripts may come in, and by no other', async () => {
    const ask = (url: string, authorization: string) =>
      harness.app.inject({ url, headers: { authorization }, remoteAddress: REMOTE });
    expect((await ask('/api/claims', `Bearer ${TOKEN}`)).statusCode).toBe(200);
    expect((await ask('/claims', `Bearer ${TOKEN}`)).statusCode).toBe(303);
    for (const wrong of ['Bearer another', `Bearer ${TOKEN}x`, 'Bearer', `Basic ${TOKEN}`])
      expect((await ask('/api/claims', wrong)).statusCode, wrong).toBe(401);
  });

  it('keeps the session in a cookie that scripts and other sites do not get', async () => {
    const visitor = new Visitor(harness.app);
    const answer = await visitor.logIn();
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toMatch(/Secure/);
    expect((await visitor.get('/')).statusCode).toBe(200);
  });

  it('marks the cookie Secure when a proxy on this machine says https', async () => {
    const answer = await harness.app.inject({ url: '/login', headers: { 'x-forwarded-proto': 'https' } });
    expect(String(answer.headers['set-cookie'])).toMatch(/Secure/);
    const believed = await harness.app.inject({
      url: '/login',
      headers: { 'x-forwarded-proto': 'https' },
      remoteAddress: REMOTE,
    });
    expect(String(believed.headers['set-cookie'])).not.toMatch(/Secure/);
  });

  it('ends on sign-out, even for a copy of the cookie', async () => {
    const visitor = new Visitor(harness.app);
    await visitor.logIn();
    const copy = new Visitor(harness.app);
    copy.cookie = visitor.cookie;
    expect((await visitor.post('/logout', {})).headers.location).toBe('/login');
    expect((await copy.get('/claims')).statusCode).toBe(303);
  });

  it('does not take a cookie from another installation or a bent one', async () => {
    const { app } = await buildListed(harness.options);
    const visitor = new Visitor(app);
    await visitor.logIn();
    const elsewhere = new Visitor(harness.app);
    elsewhere.cookie = visitor.cookie;
    expect((await elsewhere.get('/')).statusCode).toBe(303);
    for (const cookie of ['claimwire=x', 'claimwire=%3B', 'claimwire=AAAA%3BAAAA', 'claimwire=%00']) {
      expect((await harness.app.inject({ url: '/', headers: { cookie } })).statusCode).toBe(303);
    }
    await app.close();
  });

  it('is shared by the processes of an installation that share the file key', async () => {
    const fileKey = Buffer.alloc(32, 9);
    const config = { ...harness.options.config, fileKey };
    const [one, two] = [
      await buildListed({ ...harness.options, config }),
      await buildListed({ ...harness.options, config }),
    ];
    const visitor = new Visitor(one.app);
    await visitor.logIn();
    const other = new Visitor(two.app);
    other.cookie = visitor.cookie;
    expect((await other.get('/')).statusCode).toBe(200);
    await Promise.all([one.app.close(), two.app.close()]);
  });

  it('stops guessing after ten failures from one address, right password or not, and nobody else is kept out', async () => {
    const { app } = await buildListed(harness.options);
    const guesser = new Visitor(app, { remoteAddress: REMOTE });
    const codes: number[] = [];
    for (let guess = 0; guess < 12; guess++) codes.push((await guesser.logIn(`guess ${guess}`)).statusCode);
    expect(codes.slice(0, 9).every((code) => code === 401)).toBe(true);
    expect(codes.at(-1)).toBe(429);
    const right = await guesser.logIn();
    expect(right.statusCode).toBe(429);
    expect(right.body).toContain('Too many failed attempts');
    const basic = await app.inject({ url: '/api/claims', headers: { authorization: BASIC }, remoteAddress: REMOTE });
    expect(basic.statusCode).toBe(429);
    expect((await new Visitor(app).logIn()).statusCode).toBe(303);
    await app.close();
  });

  it('counts guesses that are sent side by side', async () => {
    const { app } = await buildListed(harness.options);
    const guesser = new Visitor(app, { remoteAddress: REMOTE });
    await guesser.get('/login');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, guess) =>
        guesser.post('/login', { operator: 'operator', password: `guess ${guess}` }),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(10);
    expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(30);
    await app.close();
  });

  it('takes no large body from somebody who is not signed in', async () => {
    const payload = JSON.stringify({ operator: 'x'.repeat(20_000) });
    const headers = { 'content-type': 'application/json' };
    for (const url of ['/login', '/api/claims']) {
      const answer = await harness.app.inject({ method: 'POST', url, headers, payload, remoteAddress: REMOTE });
      expect([401, 413]).toContain(answer.statusCode);
    }
  });

  it('makes passwords that are long, typeable and never the same', () => {
    const made = new Set(Array.from({ length: 200 }, makePassword));
    expect(made.size).toBe(200);
    for (const password of made) expect(password).toMatch(/^([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}$/);
  });
});

describe('CSRF', () => {
  it.each(['/login', '/logout', '/partners/summit-edi/resume', '/api/claims'])(
    'refuses a POST to %s without its token',
    async (url) => {
      const visitor = new Visitor(harness.app);
      await visitor.logIn();
      for (const token of ['', 'forged-token']) {
        const answer = await visitor.post(url, {}, token);
        expect(answer.statusCode).toBe(403);
        expect(answer.body).toContain('This form has expired');
      }
      expect((await visitor.get('/')).statusCode).toBe(200);
    },
  );

  it('refuses the token of another session', async () => {
    const [one, two] = [new Visitor(harness.app), new Visitor(harness.app)];
    await one.logIn();
    await two.logIn();
    expect((await two.post('/logout', {}, one.token)).statusCode).toBe(403);
  });

  it('takes claims from a session with the token in a header, and from a script by Basic', async () => {
    const visitor = new Visitor(harness.app);
    await visitor.logIn();
    const payload = { partner: 'northgate-clearing', claims: [{}, {}] };
    const send = (headers: Record<string, string>) =>
      harness.app.inject({ method: 'POST', url: '/api/claims', headers, payload });
    const bySession = await send({ cookie: visitor.cookie, 'x-csrf-token': visitor.token });
    expect([bySession.statusCode, bySession.json()]).toEqual([202, { partner: 'northgate-clearing', count: 2 }]);
    expect((await send({ authorization: BASIC })).statusCode).toBe(202);
    expect((await send({ cookie: visitor.cookie })).statusCode).toBe(403);
  });

  it('takes nothing but JSON from what a browser may send across sites with kept credentials', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { authorization: BASIC, 'content-type': type };
      const answer = await harness.app.inject({
        method: 'POST',
        url: '/api/claims',
        headers,
        payload: 'partner=x&claims=1',
      });
      expect(answer.statusCode).toBe(415);
    }
  });
});

describe('listening', () => {
  it('names the port and the setting when the port is taken', async () => {
    const first = await startServer(harness.options);
    const port = Number(new URL(first.url).port);
    const config = { ...harness.options.config, http: { host: '127.0.0.1', port } };
    const second = startServer({ ...harness.options, config });
    await expect(second).rejects.toMatchObject({ name: 'Problem', code: 'port-taken' });
    await expect(second).rejects.toThrow(new RegExp(`^port ${port} on 127\\.0\\.0\\.1 is taken: .*CLAIMWIRE_PORT.*$`));
    expect(await (await fetch(`${first.url}/healthz`)).json()).toEqual({ status: 'ok', version: '0.1.0' });
    await first.close();
  });

  it('names the setting when the host is not of this machine', async () => {
    const config = { ...harness.options.config, http: { host: REMOTE, port: 0 } };
    await expect(startServer({ ...harness.options, config })).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining('CLAIMWIRE_HOST'),
    });
  });

  it('asks for a password', async () => {
    const config = { ...harness.options.config, operator: { name: 'operator' } };
    await expect(startServer({ ...harness.options, config })).rejects.toMatchObject({ code: 'config-invalid' });
  });
});
