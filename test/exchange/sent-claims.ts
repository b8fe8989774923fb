/** Claims that went out to a partner, answers received from it, and what became of them. */
import type { ProfessionalClaimInput } from '../../schemas/claim.ts';
import { batch } from '../../src/exchange/batch.ts';
import { ingest } from '../../src/exchange/ingest.ts';
import { submitClaims } from '../../src/exchange/submit.ts';
import { transmit } from '../../src/exchange/transmit.ts';
import { insertReceivedFile, listEvents, newId, type Store, transact } from '../../src/store/index.ts';
import type { SftpServer } from '../services/sshd.ts';
import { openPlace, type Place, vault } from './place.ts';

/** What the tests of answers do, over one store and one server. */
export function sentClaims(store: () => Store, server: () => SftpServer) {
  /** A partner to whom these claims were sent, each in a set of its own. */
  const openSent = (...claims: ProfessionalClaimInput[]) => openSentIn(1, ...claims);
  /** The same with so many claims in a set. */
  const openSentIn = async (maxClaimsPerSet: number, ...claims: ProfessionalClaimInput[]) => {
    const place = await openPlace(store(), server());
    await place.change({ batch: { maxClaimsPerSet } });
    await sendMore(place, ...claims);
    return place;
  };
  const sendMore = async (place: Place, ...claims: ProfessionalClaimInput[]) => {
    await submitClaims(place.exchange, place.id, claims);
    for (const one of await batch(place.exchange, { partnerId: place.id })) {
      if (one.step === 'transmit') await transmit(place.exchange, one.payload);
    }
  };
  const receive = async (place: Place, bytes: string | Buffer) => {
    const id = newId();
    const file = { id, partnerId: place.id, kind: 'unknown', name: 'answer', state: 'stored' } as const;
    await transact(store(), (tx) => insertReceivedFile(tx, file, Buffer.from(bytes), vault));
    await ingest(place.exchange, { fileId: id });
    return id;
  };
  const rowsOf = async (sql: string) => (await store().pool.query<Record<string, unknown>>(sql)).rows;
  const claimsOf = (place: Place) =>
    rowsOf(`select * from claims where partner_id = '${place.id}' order by created_at, id`);
  const states = async (place: Place) =>
    Object.fromEntries((await claimsOf(place)).map((row) => [row.patient_control_number, row.state]));
  /** What happened to a claim after it was sent. */
  const eventsOf = async (place: Place, pcn: string) => {
    const claim = (await claimsOf(place)).find((row) => row.patient_control_number === pcn);
    return (await listEvents(store().db, String(claim?.id))).map(({ type }) => type).slice(3);
  };
  const count = async (table: string, fileId: string) =>
    Number((await rowsOf(`select count(*)::int as n from ${table} where file_id = '${fileId}'`))[0]?.n);
  return { openSent, openSentIn, sendMore, receive, rowsOf, claimsOf, states, eventsOf, count };
}
