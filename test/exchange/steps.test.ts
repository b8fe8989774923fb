/** The steps of the exchange against OpenSSH, on both databases; one of each for all suites, since starting one takes seconds. */
import { afterAll, beforeAll, describe } from 'vitest';
import { available } from '../services/available.ts';
import { type SftpServer, startSshd } from '../services/sshd.ts';
import { onBoth } from '../store/stores.ts';
import { answerSummarySuite } from './answer-summary.suite.ts';
import { claimAcksSuite } from './claim-acks.suite.ts';
import { collectSuite } from './collect.suite.ts';
import { followUpSuite } from './follow-up.suite.ts';
import { ingestSuite } from './ingest.suite.ts';
import { matchingSuite } from './matching.suite.ts';
import { outboundSuite } from './outbound.suite.ts';
import { setFaultsSuite } from './set-faults.suite.ts';
import { transmitSuite } from './transmit.suite.ts';

describe.skipIf(!available.sshd)('steps', () => {
  let server: SftpServer;
  beforeAll(async () => {
    server = await startSshd();
  });
  afterAll(async () => {
    await server?.remove();
  });
  onBoth('exchange', (store) => {
    outboundSuite(store, () => server);
    transmitSuite(store, () => server);
    collectSuite(store, () => server);
    ingestSuite(store, () => server);
    followUpSuite(store, () => server);
    claimAcksSuite(store, () => server);
    answerSummarySuite(store, () => server);
    matchingSuite(store, () => server);
    setFaultsSuite(store, () => server);
  });
});
