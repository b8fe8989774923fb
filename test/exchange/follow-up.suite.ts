import { describe, expect, test } from 'vitest';
import { payerRules } from '../../schemas/payer-rules.ts';
import { makeFollowUp } from '../../src/exchange/follow-up.ts';
import { submitClaims } from '../../src/exchange/submit.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { newId, putPayerRules, removePayerRules, type Store, transact } from '../../src/store/index.ts';
import { decidedClaim } from '../../src/store/standing-decisions.ts';
import type { SftpServer } from '../services/sshd.ts';
import { claimJson, HP, interchange, LINES, remit } from './answers.ts';
import { sentClaims } from './sent-claims.ts';

const SECOND = {
  payer: { id: 'SECND', name: 'SECOND HEALTH PLAN' },
  payerSequence: 'S' as const,
  insured: {
    lastName: 'WINTERS',
    firstName: 'ALMA',
    memberId: 'SEC1',
    address: { line1: '12 OAK LANE', city: 'COLUMBUS', state: 'OH', zip: '43215' },
  },
};

/** What follows from what was posted. */
export function followUpSuite(store: () => Store, server: () => SftpServer): void {
  const { openSent, receive, claimsOf, rowsOf } = sentClaims(store, server);

  describe('what follows', () => {
    test('is made of the decision as it was read, and may be handed in', async () => {
      const place = await openSent({ ...claimJson('A1'), otherPayers: [SECOND] });
      const { db } = store();
      const claimId = String((await claimsOf(place))[0]?.id);
      expect(await makeFollowUp(db, claimId, 'secondary')).toMatchObject({ refused: [{ reason: 'not-adjudicated' }] });
      expect(await makeFollowUp(db, claimId, 'replacement')).toMatchObject({
        refused: [{ reason: 'no-payer-number' }],
      });

      const text = interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 100, lines: LINES.partial }])]);
      await receive(place, text);
      const read = [...readInterchangeSync(text)].find(({ type }) => type === '835.claim');
      expect((await decidedClaim(db, claimId))?.decisions).toEqual([
        { date: '2026-11-23', claims: [{ ...read, origin: expect.anything() }] },
      ]);
      const secondary = await makeFollowUp(db, claimId, 'secondary');
      expect(secondary).toMatchObject({
        sound: true,
        refused: [],
        claim: { payer: { id: 'SECND' }, otherPayers: [{ paid: '100', claimNumber: 'NA1' }] },
      });
      const claim = secondary !== undefined && 'claim' in secondary ? secondary.claim : undefined;
      expect((await submitClaims(place.exchange, place.id, [claim])).claims).toMatchObject([{ state: 'ready' }]);
      expect(await makeFollowUp(db, claimId, 'void')).toMatchObject({
        sound: true,
        claim: { frequency: '8', replaces: { payerClaimNumber: 'NA1' } },
      });
      expect(await makeFollowUp(db, newId(), 'secondary')).toBeUndefined();
    });

    test('need 88: denials are told by the rules that were kept of the payer', async () => {
      const place = await openSent(claimJson('A1'));
      const rules = payerRules.parse({
        id: 'sample',
        title: 'Sample',
        sources: [{ title: 'Manual', url: 'https://sample.example/manual', retrieved: '2026-01-02' }],
        effective: { from: '2026-01-01' },
        appliesTo: { payers: ['SAMPL'] },
        reasons: [{ reasons: ['50'], category: 'recordsAsked', action: 'sendRecords' }],
        deadlines: [{ kind: 'correctedClaim', from: 'remittance', count: 30, unit: 'days' }],
      });
      await transact(store(), (tx) => putPayerRules(tx, rules));
      await receive(place, interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 100, lines: LINES.partial }])]));
      const told = `select category, rule, due_on::text from denials d join claims c on c.id = d.claim_id where c.partner_id = '${place.id}'`;
      expect(await rowsOf(told)).toEqual([{ category: 'recordsAsked', rule: 'sample', due_on: '2026-12-23' }]);
      await transact(store(), (tx) => removePayerRules(tx, 'sample'));
      expect(await rowsOf(told)).toEqual([{ category: 'medicalNecessity', rule: null, due_on: null }]);
    });

    test('is made of what stands: not of what was reversed, and of the correction', async () => {
      const place = await openSent(claimJson('A1'));
      const { db } = store();
      const claimId = String((await claimsOf(place))[0]?.id);
      const reversal = { pcn: 'A1', paid: -160, charge: -185, status: '22', lines: LINES.reversal };
      await receive(place, interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }])]));
      await receive(place, interchange(HP, [remit('T2', [reversal])]));
      expect((await decidedClaim(db, claimId))?.decisions).toEqual([]);
      await receive(place, interchange(HP, [remit('T3', [{ pcn: 'A1', paid: 0, lines: LINES.zero }])]));
      expect(await makeFollowUp(db, claimId, 'patient-share')).toMatchObject({
        share: { totalCents: 18_500, differenceCents: 0, byKind: { deductible: 18_500 } },
      });
    });
  });
}
