import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { newId } from '../../src/store/ids.ts';
import { type Harness, OPERATOR, openHarness, Visitor } from './harness.ts';
import { COURSES } from './seed-claims.ts';

let harness: Harness;
let visitor: Visitor;
beforeAll(async () => {
  harness = await openHarness({
    submit: async (partner) => {
      throw new Problem('partner-unknown', `no profile for partner ${partner}`);
    },
  });
  visitor = new Visitor(harness.app);
  await visitor.logIn();
});
afterAll(() => harness?.close());

const BASIC = `Basic ${Buffer.from(`${OPERATOR.name}:${OPERATOR.password}`).toString('base64')}`;
const api = async (url: string) => harness.app.inject({ url, headers: { authorization: BASIC } });
const body = async (url: string) => (await visitor.get(url)).body;

/** Every page with what a reader must find on it. */
const pages = (): [url: string, finds: string[]][] => {
  const { claimIds, fileIds, paymentIds } = harness.seeded;
  return [
    ['/', ['Claims by state', '3,356.00', '1,918.50', 'What waits', 'Denials at stake', 'CO-29', 'summit-edi', 'Cedar Health Plan']],
    ['/claims', ['RVB-26-10021', 'Partly paid', 'Rejected by payer', 'Rejected (999)', 'Held']],
    ['/claims?state=overdue', ['value="overdue" selected', 'No claim fits.']],
    ['/claims?state=denied', ['RVB-26-10024', 'RVB-26-10025']],
    [`/claims/${claimIds[2]}`, ['171.60', '43.40', '122.00', 'Contractual obligation', 'Coinsurance', 'N362', 'More units than allowed', 'Segments as sent', 'CALLOWAY', 'set 0001']],
    [`/claims/${claimIds[8]}`, ['Rejected (999)', 'NM109 IK4 1, segment 13', 'class="hit"', 'Identification Code (NM109): required element missing', '/payer/id']],
    [`/claims/${claimIds[9]}`, ['A3:21:40', 'Returned as unprocessable: Missing or invalid information']],
    [`/claims/${claimIds[12]}`, ['Held by edits', 'the sum of the line charges', 'Not sent yet.']],
    ['/files', ['northgate-clearing_837p_P_000004101.x12', 'NG_835_835A.edi', 'Ingested', '3,507 B']],
    ['/files?direction=in', ['NG_999_999B.edi']],
    [`/files/${fileIds.A}`, ['Claims in this file', 'RVB-26-10028', 'Answered by', 'Claims of this file by stage', '277CA, clearinghouse', '835 due', 'NG_999_999A.edi', 'ISA', '157 segments']],
    [`/files/${fileIds['277CA']}`, ['Acknowledgments in this file', 'Pending', 'RVB-26-10027']],
    [`/files/${fileIds['835A']}`, ['Payments in this file', 'EFT20261120-0417', 'CLP']],
    ['/payments', ['CHK-558210', 'Exception', 'Off by', '550.80']],
    ['/payments?state=unmatched', ['LEGACY-7714', 'RVB-25-90877']],
    [`/payments/${paymentIds[0]}`, ['Balance proof', 'Balances', '563.30', '12.50', '550.80', 'Provider adjustments (PLB)', 'control-number']],
    [`/payments/${paymentIds[2]}`, ['does not balance', '−0.02', 'Claims less provider adjustments differ by -0.02 from the amount']],
    [`/payments/${paymentIds[0]}`, ['Gross and net', 'Balance carried', '−12.50', 'carried over from an earlier remittance', 'Un-post']],
    [`/claims/${claimIds[0]}`, ['Ledger entries', 'Money entered', '118.50', 'Patient share']],
    ['/reversals', ['Reversals that wait', 'No half waits']],
    ['/recoupment', ['Recoupment accounts', 'CEDAR01', '−12.50']],
    ['/recoupment/account?payer=CEDAR01&payee=1205550100', ['EFT20261120-0417', 'carried over from an earlier remittance', 'More was taken back']],
    ['/deposits', ['EFT20261120-0417', 'A bank’s NACHA file or CSV']],
    ['/denials', ['PR-96', 'Filed after the time limit', 'N211', '215.00']],
    ['/denials?reason=29', ['29.00']],
    ['/partners', ['Paused', 'the server refused the login of user riverbend', 'Resume']],
  ]; // biome-ignore format: a table
};

describe('pages', () => {
  it('say what they are for', async () => {
    for (const [url, finds] of pages()) {
      const answer = await visitor.get(url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      for (const text of finds) expect(answer.body, url).toContain(text);
    }
  });

  it('hold nothing inline and nothing from elsewhere, under a policy that would not run it', async () => {
    for (const [url] of [...pages(), ['/login', []] as const]) {
      const answer = await (url === '/login' ? new Visitor(harness.app) : visitor).get(url);
      expect(answer.headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
      );
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.body, url).not.toMatch(
        /\sstyle=|<style|\son\w+=|javascript:|<script(?! type="module" src="\/assets\/)|(src|href)="(https?:)?\/\//i,
      );
    }
  });

  it('each have one heading, a title of their own, and no id twice', async () => {
    for (const [url] of pages()) {
      const page = await body(url);
      expect(page.match(/<h1/g), url).toHaveLength(1);
      expect(page).toMatch(/<title>[^<]+ · Claimwire<\/title>/);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size, `${url} ${ids.join(' ')}`).toBe(ids.length);
    }
  });

  it('show the claim’s own segments and nobody else’s', async () => {
    const page = await body(`/claims/${harness.seeded.claimIds[2]}`);
    const others = COURSES.filter((_, index) => index !== 2).map((course) => course.last);
    for (const name of others) expect(page).not.toContain(name);
  });

  it('open a file at the segment an event points to', async () => {
    const { claimIds, fileIds } = harness.seeded;
    const page = await body(`/claims/${claimIds[2]}`);
    const link =
      new RegExp(`/files/${fileIds['835A']}\\?gs06=906&amp;st02=0001&amp;segment=\\d+#hit`).exec(page)?.[0] ?? '';
    expect(link).not.toBe('');
    const file = await body(link.replaceAll('&amp;', '&').replace('#hit', ''));
    expect(file).toMatch(/<li id="hit" class="[^"]*hit"/);
  });

  it('page through segments of a long file', async () => {
    const { store, vault } = harness.seeded;
    const lines = Array.from({ length: 600 }, (_, index) => `N3*LINE ${index}~`).join('');
    const text = `ISA*00*          *00*          *ZZ*A              *ZZ*B              *261123*0815*^*00501*000000001*0*P*:~${lines}`;
    const { insertFile } = await import('../../src/store/files.ts');
    const id = newId();
    await store.db
      .transaction()
      .execute((tx) =>
        insertFile(
          tx,
          { id, partnerId: 'northgate-clearing', direction: 'in', kind: 'unknown', name: 'long.txt', state: 'stored' },
          Buffer.from(text),
          vault,
        ),
      );
    expect(await body(`/files/${id}`)).toMatch(/LINE 248(?!\d)[\s\S]*Page 1 of 3/);
    const last = await body(`/files/${id}?page=3`);
    expect(last).toContain('LINE 599');
    expect(last).not.toContain('LINE 248');
    expect((await visitor.get(`/files/${id}?page=99`)).statusCode).toBe(200);
  });

  it('turn pages of a list by the last id, and keep the filter', async () => {
    const first = (await api('/api/claims?limit=5')).json();
    expect(first.rows).toHaveLength(5);
    const second = (await api(`/api/claims?limit=5&after=${first.after}`)).json();
    const last = (await api(`/api/claims?limit=5&after=${second.after}`)).json();
    const numbers = [first, second, last].flatMap((page) =>
      page.rows.map((row: { patientControlNumber: string }) => row.patientControlNumber),
    );
    expect(numbers).toEqual(COURSES.map((course) => course.number).reverse());
    expect(last.after).toBeUndefined();
  });

  it('find a claim by the beginning of its patient control number, and take no wildcards', async () => {
    expect(await body('/claims?search=rvb-26-10027')).toContain('RVB-26-10027');
    for (const search of ['%25', '_VB', 'x', "' or 1=1"])
      expect(await body(`/claims?search=${encodeURIComponent(search)}`)).toContain('No claim fits.');
  });

  it.each([
    '/claims?state=nonsense&search=RVB-26-10021',
    '/claims?after=x',
    '/files?state=;drop',
    '/payments?state=1',
    '/files?direction=sideways',
  ])('open in spite of a query like %s', async (url) => {
    expect((await visitor.get(url)).statusCode).toBe(200);
  });

  it.each(['/claims/x', `/claims/${newId()}`, `/files/${newId()}`, '/payments/%27', '/nothing/here'])(
    'say Not found for %s',
    async (url) => {
      const answer = await visitor.get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('Not found');
    },
  );

  it('un-post a payment and post it again, with who and why', async () => {
    const page = `/payments/${harness.seeded.paymentIds[1]}`;
    await visitor.get(page);
    expect((await visitor.post(`${page}/unpost`, { reason: '' })).statusCode).toBe(404);
    expect((await visitor.post(`${page}/unpost`, { reason: 'another clinic <b>' })).headers.location).toBe(page);
    expect(await body(page)).toMatch(/taken back by hand[\s\S]*by operator: another clinic &lt;b&gt;[\s\S]*Post again/);
    expect(await body('/payments?state=unposted')).toContain('EFT20261121-0093');
    await visitor.post(`${page}/repost`, { reason: 'ours after all' });
    expect(await body(page)).toContain('by operator: ours after all');
    expect(harness.logged.join('')).toContain('"audit":"payment-unpost"');
  });

  it('list reversals that wait, with their age and what has not come, and show them on the claim', async () => {
    const { store, claimIds, paymentIds } = harness.seeded;
    const { id } = await store.db
      .selectFrom('claimPayments')
      .select('id')
      .where('paymentId', '=', paymentIds[0]!)
      .where('claimId', '=', claimIds[0]!)
      .executeTakeFirstOrThrow();
    const half = { claimId: claimIds[0]!, reversalId: id, originalId: null, correctionId: null, exact: false };
    await store.db.insertInto('reversalPairs').values(half).execute();
    expect(await body('/reversals')).toMatch(
      /RVB-26-10021[\s\S]*the payment that it reverses, the correction[\s\S]*2026-11-20[\s\S]*\d+ days?[\s\S]*118\.50/,
    );
    expect(await body('/')).toContain('Reversals and corrections without their other half');
    await store.db.deleteFrom('reversalPairs').execute();
  });

  it('resume a paused partner', async () => {
    await visitor.get('/partners');
    expect((await visitor.post('/partners/summit-edi/resume', {})).headers.location).toBe('/partners');
    expect(await body('/partners')).not.toContain('Paused');
    expect(harness.logged.join('')).toContain('"audit":"partner-resumed"');
  });
});

describe('the worklist of denials', () => {
  const first = async (query: string) => (await api(`/api/denials?${query}`)).json().rows[0];

  it('shows a denial whole: why, what to do, by when, what was done', async () => {
    const { id } = await first('reason=29');
    const page = await body(`/denials/${id}`);
    for (const text of [
      'Timely filing',
      'Next step',
      'Filed after the time limit',
      'Points',
      'In the file',
      'Nothing was done yet.',
    ])
      expect(page).toContain(text);
  });

  it('takes work by a form, with the token of the page, and keeps it', async () => {
    const { id } = await first('reason=29');
    const url = `/denials/${id}`;
    await body(url);
    expect((await visitor.post(url, { type: 'note', note: 'x' }, 'forged')).statusCode).toBe(403);
    for (const fields of [
      { type: 'assigned', owner: 'ann' },
      { type: 'status', status: 'appealed' },
      { type: 'note', note: 'sent <b>proof</b>' },
    ] as Record<string, string>[])
      expect((await visitor.post(url, fields)).headers.location).toBe(url);
    const page = await body(url);
    for (const text of ['Given to ann', 'Appealed', 'sent &lt;b&gt;proof&lt;/b&gt;', OPERATOR.name])
      expect(page).toContain(text);
    expect(harness.logged.join('')).toContain('"audit":"denial-status"');
    expect(harness.logged.join('')).not.toContain('proof');
    expect((await visitor.post(url, { type: 'status', status: 'overturned' })).statusCode).toBe(404);
    expect(await body('/denials?owner=ann')).toContain('Appealed');
  });

  it('takes the same by the API, as JSON only', async () => {
    const { id } = await first('reason=96');
    const post = (payload: string, type = 'application/json') =>
      harness.app.inject({
        method: 'POST',
        url: `/api/denials/${id}`,
        headers: { authorization: BASIC, 'content-type': type },
        payload,
      });
    const answer = (await post('{"type":"status","status":"billedPatient","note":"statement 1"}')).json();
    expect(answer.denial).toMatchObject({ status: 'billedPatient' });
    expect(answer.history).toMatchObject([{ type: 'status', who: OPERATOR.name, note: 'statement 1' }]);
    expect((await api('/api/denials?status=open')).json().rows.map((row: { id: string }) => row.id)).not.toContain(id);
    expect((await post('{"type":"status","status":"nonsense"}')).statusCode).toBe(400);
    expect((await post('type=note&note=x', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
    expect((await api(`/api/denials/${newId()}`)).statusCode).toBe(404);
    expect((await api('/api/denials?category=nonsense')).statusCode).toBe(400);
  });

  it('tells what follows from a decision', async () => {
    const claimId = harness.seeded.claimIds[2];
    expect((await api(`/api/claims/${claimId}/patient-share`)).json().share).toMatchObject({ totalCents: 4_340 });
    const replacement = (await api(`/api/claims/${claimId}/replacement`)).json();
    expect(replacement.claim ?? replacement.refused).toBeDefined();
    expect((await api(`/api/claims/${newId()}/secondary`)).statusCode).toBe(404);
  });

  it('is sorted by points', async () => {
    const { rows } = (await api('/api/denials')).json();
    const points = rows.map((row: { points: number }) => row.points);
    expect(points).toEqual(points.toSorted((left: number, right: number) => right - left));
  });
});

describe('need 82: claim payments that match no claim', () => {
  it('are listed, each with a page on which a person says whose it is; their file comes out as it came in', async () => {
    const list = await body('/payments?state=unmatched');
    const [, id] = /href="\/matches\/([0-9a-f-]+)"/.exec(list) ?? [];
    const page = await body(`/matches/${id}`);
    for (const text of ['Whose claim is it?', 'No claim is like it.', 'None of ours', 'Harbor Mutual'])
      expect(page).toContain(text);
    expect((await api(`/api/matches/${id}`)).json()).toMatchObject({ candidates: [], choices: [] });
    const fileId = harness.seeded.fileIds['835A'];
    const file = await visitor.get(`/files/${fileId}/bytes`);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="NG_835_835A/);
    expect(file.body).toMatch(/^ISA\*/);
    expect((await visitor.get(`/files/${newId()}/bytes`)).statusCode).toBe(404);
  });

  it('are tied to a claim or said to be none of ours, on the page and by the API', async () => {
    const [row] = (await api('/api/payments?state=unmatched')).json().rows;
    const say = (payload: object) =>
      harness.app.inject({ method: 'POST', url: `/api/matches/${row.id}`, headers: { authorization: BASIC }, payload });
    expect((await say({ claim: 'x' })).statusCode).toBe(400);
    expect((await say({ number: 'NOBODYS-1' })).statusCode).toBe(404);
    expect((await visitor.post(`/matches/${row.id}`, { number: 'NOBODYS-1' })).statusCode).toBe(404);
    expect((await say({ number: 'RVB-26-10021' })).json()).toEqual({ changed: true });
    expect(await body(`/matches/${row.id}`)).toContain('RVB-26-10021');
    expect((await visitor.post(`/matches/${row.id}`, { none: 'yes' })).headers.location).toBe(`/matches/${row.id}`);
    expect((await api(`/api/matches/${row.id}`)).json()).toMatchObject({
      claimPayment: { matchRule: 'none-of-ours', claimId: null },
      choices: [{ by: OPERATOR.name }, { by: OPERATOR.name, claimId: null }],
    });
  });
});

describe('need 85: deposits', () => {
  it('are imported on the page and by the API, and stand beside their payments', async () => {
    const text = 'date,amount,trace\n2026-11-21,550.80,EFT20261120-0417\n';
    expect((await visitor.post('/deposits', { text })).headers.location).toBe('/deposits');
    expect(await body('/deposits?state=matched')).toContain('EFT20261120-0417');
    const headers = { authorization: BASIC };
    const again = await harness.app.inject({ method: 'POST', url: '/api/deposits', headers, payload: { text } });
    expect(again.json()).toMatchObject({ deposits: 1, added: 0, faults: [] });
    expect((await harness.app.inject({ method: 'POST', url: '/api/deposits', headers, payload: {} })).statusCode).toBe(
      400,
    );
    expect((await api('/api/deposits?state=matched')).json().rows).toMatchObject([
      { rule: 'trace', amountCents: 55_080 },
    ]);
  });
});

describe('hostile values', () => {
  const EVIL = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;`;
  it('are shown as the text they are, wherever they come from', async () => {
    const { db } = harness.seeded.store;
    const { claimIds, fileIds, paymentIds } = harness.seeded;
    await db
      .updateTable('claims')
      .set({ patientControlNumber: EVIL, payerClaimNumber: EVIL, payerId: EVIL })
      .where('id', '=', claimIds[3]!)
      .execute();
    await db
      .updateTable('files')
      .set({ name: EVIL, errorText: EVIL, errorCode: EVIL })
      .where('id', '=', fileIds['835A']!)
      .execute();
    await db
      .updateTable('payments')
      .set({ payerName: EVIL, payeeName: EVIL, traceNumber: EVIL })
      .where('id', '=', paymentIds[0]!)
      .execute();
    await db
      .updateTable('denials')
      .set({ groupCode: EVIL, reason: EVIL, remarks: [EVIL], status: EVIL })
      .execute();
    await db
      .updateTable('claimPayments')
      .set({ patientControlNumber: EVIL, matchRule: EVIL, status: EVIL, outcome: EVIL })
      .execute();
    await db.updateTable('paymentLines').set({ procedureCode: EVIL, lineControlNumber: EVIL }).execute();
    await db.updateTable('acknowledgments').set({ patientControlNumber: EVIL, result: EVIL, stage: EVIL }).execute();
    await db
      .updateTable('events')
      .set({ detail: JSON.stringify({ codes: [EVIL], errors: [{ segmentId: EVIL, elementCode: EVIL }] }) })
      .where('claimId', '=', claimIds[3]!)
      .execute();
    await db
      .updateTable('partners')
      .set({ pausedReason: EVIL, pausedCode: EVIL, pausedAt: new Date() })
      .where('id', '=', 'summit-edi')
      .execute();
    for (const [url] of [...pages(), [`/claims/${claimIds[3]}`], [`/claims?search=${encodeURIComponent(EVIL)}`]] as [
      string,
    ][]) {
      const page = await body(url);
      expect(page, url).not.toMatch(/<script>alert|<img src=x/);
      expect(page, url).not.toMatch(/"[^"=<>]*"><script/);
    }
    expect(await body(`/claims/${claimIds[3]}`)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('JSON API', () => {
  it('lists and details what the pages show', async () => {
    const { claimIds, fileIds, paymentIds } = harness.seeded;
    const claim = (await api(`/api/claims/${claimIds[0]}`)).json();
    expect(claim.claim).toMatchObject({ state: 'paid', chargeCents: 18_050, paidCents: 11_850 });
    expect(claim.payments[0].lines).toHaveLength(2);
    expect(claim.claim.body).toBeUndefined();
    const file = (await api(`/api/files/${fileIds.A}`)).json();
    expect(file.claims).toHaveLength(8);
    expect(file.summary.stages[0]).toMatchObject({
      stage: '999',
      sent: { claims: 8 },
      silent: { claims: 0, cents: 0 },
    });
    expect((await api(`/api/payments/${paymentIds[0]}`)).json().claimPayments).toHaveLength(6);
    for (const list of ['claims', 'files', 'payments', 'denials'])
      expect((await api(`/api/${list}`)).json().rows.length).toBeGreaterThan(2);
  });

  it.each([
    ['/api/claims?state=nonsense', 400, 'bad-request'],
    ['/api/claims?limit=100000', 400, 'bad-request'],
    ['/api/claims/x', 404, 'not-found'],
    [`/api/files/${newId()}`, 404, 'not-found'],
    ['/api/nothing', 404, 'not-found'],
  ])('answers %s with %i %s', async (url, status, code) => {
    const answer = await api(url);
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
  });

  it('un-posts a payment for programs, asked for with a reason, and says whether anything changed', async () => {
    const url = `/api/payments/${harness.seeded.paymentIds[1]}/unpost`;
    const ask = async (payload: string, type = 'application/json') =>
      harness.app.inject({ method: 'POST', url, headers: { authorization: BASIC, 'content-type': type }, payload });
    expect((await ask('{}')).statusCode).toBe(400);
    expect((await ask('reason=x', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
    expect((await ask('{"reason":"twice"}')).json()).toEqual({ changed: true });
    expect((await ask('{"reason":"twice"}')).json()).toEqual({ changed: false });
    expect((await api(`/api/payments/${harness.seeded.paymentIds[1]}`)).json()).toMatchObject({
      payment: { state: 'unposted' },
      actions: expect.arrayContaining([expect.objectContaining({ action: 'unpost', reason: 'twice' })]),
    });
    const { claimIds } = harness.seeded;
    expect((await api(`/api/claims/${claimIds[0]}`)).json().ledger).toMatchObject({ moneyCents: 11_850 });
    expect((await api('/api/recoupment')).json().rows).toMatchObject([{ payer: 'CEDAR01', owedCents: -1_250 }]);
    expect((await api('/api/recoupment/account?payer=CEDAR01&payee=1205550100')).json().steps).toHaveLength(1);
    expect((await api('/api/reversals')).json()).toEqual({ rows: [] });
  });

  it.each([
    ['{"partner":"nobody","claims":[]}', 404, 'partner-unknown'],
    ['{"claims":[]}', 400, 'bad-request'],
    ['{"partner":"x","claims":[],"extra":1}', 400, 'bad-request'],
    ['{"partner":', 400, 'bad-json'],
    ['', 400, 'bad-json'],
  ])('answers the submission %s with %i %s', async (payload, status, code) => {
    const headers = { authorization: BASIC, 'content-type': 'application/json' };
    const answer = await harness.app.inject({ method: 'POST', url: '/api/claims', headers, payload });
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
  });
});

describe('audit', () => {
  it('notes who looked at what, and nothing that a page showed of a patient', async () => {
    const { claimIds, fileIds } = harness.seeded;
    await visitor.get(`/claims/${claimIds[1]}`);
    await visitor.get(`/files/${fileIds.A}`);
    await visitor.get('/claims?search=RVB-26-10027');
    const lines = harness.logged.map((line) => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({ audit: 'claim-viewed', claimId: claimIds[1], operator: OPERATOR.name }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ audit: 'file-viewed', fileId: fileIds.A, operator: OPERATOR.name }),
    );
    const all = harness.logged.join('');
    for (const { last, first, number } of COURSES) {
      for (const secret of [last, ` ${first}`, number]) expect(all).not.toContain(secret);
    }
    expect(all).not.toContain(OPERATOR.password);
  });
});

describe('queue board', () => {
  it('is served without foreign hosts, under its own policy', async () => {
    const answer = await visitor.get('/queues/');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toMatch(/https?:\/\/(?!localhost)/);
    expect(answer.headers['content-security-policy']).not.toMatch(/https?:/);
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect(
      (await visitor.get('/queues/api/queues')).json().queues.map((queue: { name: string }) => queue.name),
    ).toEqual(['ingest', 'transmit']);
  });

  it('shows ids and hides everything else of a job', async () => {
    const fileId = newId();
    await harness.options.queues?.[0]?.add(
      'ingest',
      { fileId, text: 'CLM*SECRET', nested: { name: 'SECRET', fileId } },
      { jobId: `ingest-${fileId}` },
    );
    const answer = await visitor.get('/queues/api/queues?activeQueue=ingest&status=waiting');
    expect(answer.body).toContain(fileId);
    expect(answer.body).not.toContain('SECRET');
    const job = await visitor.get(`/queues/api/queues/ingest/ingest-${fileId}`);
    expect(job.statusCode).toBe(200);
    expect(job.body).not.toContain('SECRET');
  });

  it('changes nothing', async () => {
    for (const url of [
      '/queues/api/queues/ingest/pause',
      '/queues/api/queues/ingest/obliterate',
      '/queues/api/queues/pause',
    ]) {
      const headers = { cookie: visitor.cookie, 'x-csrf-token': visitor.token };
      const answer = await harness.app.inject({ method: 'PUT', url, headers });
      expect(answer.statusCode).toBe(405);
    }
  });
});
