/** The whole loop with nothing but real parts: 500 claims, four worker processes, undisturbed and under fire. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { missing } from '../services/available.ts';
import { stopProcess } from '../services/process.ts';
import { makeClaims } from './claims.ts';
import { openPlace, type Place } from './place.ts';
import { type FinalRecords, finalRecords, openClaims } from './records.ts';

const CLAIMS = 500;
const WORKERS = 4;
const KILLS = 50;
const CHUNK = 25;

let place: Place | undefined;
afterEach(async () => {
  await place?.close();
  place = undefined;
});

async function untilDone(opened: Place, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (let open = Number.POSITIVE_INFINITY; open > 0; await sleep(250)) {
    open = await openClaims(opened.service.exchange.store.db);
    if (Date.now() > end) throw new Error(`${open} claims did not come to an end within ${seconds} s`);
  }
}

/** Counted at the server: every claim arrived in one file, once. */
function expectSentOnce(opened: Place): void {
  const { claims, repeatedClaims, repeatedInterchanges } = opened.clearinghouse.received();
  expect(repeatedInterchanges).toEqual([]);
  expect(repeatedClaims).toEqual([]);
  expect(claims).toBe(CLAIMS);
}

/** Undisturbed results, for the run under fire to be compared with. */
let undisturbed: FinalRecords | undefined;

describe.skipIf(missing('postgres', 'redis', 'sshd').length > 0)('the loop on PostgreSQL, Redis and OpenSSH', () => {
  test(`${CLAIMS} claims, ${WORKERS} workers: every claim comes to its end, none twice`, async () => {
    place = await openPlace();
    for (let worker = 0; worker < WORKERS; worker++) place.startWorker();
    const claims = makeClaims(CLAIMS);
    for (let at = 0; at < CLAIMS; at += CHUNK) await place.submit(claims.slice(at, at + CHUNK));
    await untilDone(place, 120);
    undisturbed = await finalRecords(place.service.exchange.store.db);
    expect(undisturbed.claims.length).toBe(CLAIMS);
    expect(undisturbed.odd).toEqual([]);
    expect(undisturbed.unbalanced).toBe(0);
    expectSentOnce(place);
  }, 240_000);

  test(`the same with ${KILLS} workers killed, Redis emptied and the server away for 10 s`, async () => {
    const opened = await openPlace();
    place = opened;
    const workers: ChildProcess[] = Array.from({ length: WORKERS }, () => opened.startWorker());
    const claims = makeClaims(CLAIMS);
    const submitting = (async () => {
      for (let at = 0; at < CLAIMS; at += CHUNK) {
        await opened.submit(claims.slice(at, at + CHUNK));
        await sleep(2500);
      }
    })();
    const outage = (async () => {
      await sleep(20_000);
      await opened.redis.flushAll();
      await sleep(5_000);
      await opened.sftp.stop();
      await sleep(10_000);
      await opened.sftp.start();
    })();
    // A fixed sequence of victims and pauses: a failure can be run again.
    let seed = 20_261_123;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    await sleep(3000);
    for (let kill = 0; kill < KILLS; kill++) {
      const victim = next(WORKERS);
      await stopProcess(workers[victim]!, 'SIGKILL');
      workers[victim] = opened.startWorker();
      await sleep(300 + next(1200));
    }
    await Promise.all([submitting, outage]);
    await untilDone(opened, 180);
    const disturbed = await finalRecords(opened.service.exchange.store.db);
    expect(disturbed.odd).toEqual([]);
    expect(disturbed.unbalanced).toBe(0);
    expectSentOnce(opened);
    if (undisturbed !== undefined) expect(disturbed).toEqual(undisturbed);
  }, 480_000);
});
