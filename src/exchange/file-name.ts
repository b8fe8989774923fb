/** Names of outbound files from the partner's template. */
import type { Partner } from '../../schemas/partner.ts';
import { formatIsa13, stamp } from '../x12/envelope.ts';

/** The name of a file: {partner} {kind} {usage} {isa13} {date} {time} filled in, UTC. */
export function outboundName(partner: Partner, facts: { kind: string; isa13: number; at: Date }): string {
  const { date, time } = stamp(facts.at);
  const parts: Readonly<Record<string, string>> = {
    partner: partner.id,
    kind: facts.kind,
    usage: partner.usage,
    isa13: formatIsa13(facts.isa13),
    date,
    time,
  };
  return partner.fileName.replace(/\{(\w+)\}/g, (whole, key: string) => parts[key] ?? whole);
}
