/** An envelope for written claims, and the segments of what was written. */
import type { ClaimEnvelope } from '../../src/claims/write-claims.ts';

export const ENVELOPE: ClaimEnvelope = {
  sender: { qualifier: 'ZZ', id: 'CLAIMWIRE', groupId: 'CLAIMWIRE' },
  receiver: { qualifier: 'ZZ', id: 'CLEARING', groupId: 'CLEARING' },
  submitter: { name: 'RIVERSIDE BILLING', id: 'SUB1', contact: { name: 'CLAIMS DESK', phone: '6145550100' } },
  receiverParty: { name: 'CLEARING HOUSE', id: 'CLEARING' },
  usage: 'T',
  isa13: 7,
  gs06: 7,
  at: new Date('2026-11-23T16:05:00Z'),
  acknowledgmentRequested: true,
  delimiters: { element: '*', component: ':', repetition: '^', segment: '~' },
  lineBreak: '',
  maxClaimsPerSet: 100,
  batchReference: 'B7',
};

/** The segments of a text with one-character delimiters as in ENVELOPE. */
export const segmentsOf = (text: string): string[] => text.split(/~[\r\n]*/).slice(0, -1);
