/** The items of a file as whole remittances: what is said of a payment comes after its claims, and is told before them. */
import type { ClaimPaymentRecord, PaymentRecord } from '../../../schemas/records.ts';
import type { Issue } from '../../issue.ts';
import type { Item } from '../../read-interchange.ts';

/** Findings to show, and how many there are besides. */
export type Findings = { shown: readonly Issue[]; more: number };

/** A set with its claims and what is wrong with it; or what is wrong with the file outside of its remittances. */
export type Part =
  | { kind: 'remittance'; payment: PaymentRecord; claims: readonly ClaimPaymentRecord[]; findings: Findings }
  | { kind: 'rest'; findings: Findings };

/** Findings shown of one set: `claimwire check` shows them all. */
const MOST_FINDINGS = 20;

/** Gathers items; what is whole is given back. Holds one set at a time. */
export function createGatherer() {
  let set = emptySet();
  const rest = createFindings();
  const ended = (): Part[] => {
    const { payment, claims, findings } = set;
    set = emptySet();
    return payment === undefined ? [] : [{ kind: 'remittance', payment, claims, findings: findings.all() }];
  };
  return (item: Item): Part[] => {
    switch (item.type) {
      case '835.claim':
        set.claims.push(item);
        return [];
      case '835.payment':
        set.payment = item;
        return [];
      case 'issue':
        (set.open && item.origin?.st02 !== undefined ? set.findings : rest).add(item);
        return [];
      case 'transaction': {
        const before = ended();
        set.open = item.st01 === '835' && item.guide !== 'unknown';
        return before;
      }
      case 'summary': {
        const findings = rest.all();
        return findings.shown.length === 0 ? ended() : [...ended(), { kind: 'rest', findings }];
      }
      default:
        return [];
    }
  };
}

type Gathered = {
  open: boolean;
  payment: PaymentRecord | undefined;
  claims: ClaimPaymentRecord[];
  findings: ReturnType<typeof createFindings>;
};

function emptySet(): Gathered {
  return { open: false, payment: undefined, claims: [], findings: createFindings() };
}

function createFindings() {
  const shown: Issue[] = [];
  let more = 0;
  return {
    add(finding: Issue): void {
      if (shown.length < MOST_FINDINGS) shown.push(finding);
      else more++;
    },
    all: (): Findings => ({ shown, more }),
  };
}
