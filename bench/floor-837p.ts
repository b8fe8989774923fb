/**
 * A reader of 837P files written by hand, for what it costs at least to make typed claims of them: it knows the segments that
 * the bench is run on and no others, and checks no codes, no lengths and no order. The reader made from the declaration is
 * measured against it. One long switch by intent: the fastest form is what is wanted here.
 */

type Name = {
  entity: string;
  type: string;
  last: string;
  first: string;
  middle: string;
  qualifier: string;
  id: string;
};
type Place = { line1: string; line2: string; city: string; state: string; zip: string };
type Party = { name: Name | undefined; place: Place | undefined; references: Reference[] };
type Reference = { qualifier: string; value: string };
type Dated = { qualifier: string; format: string; date: string };
type Person = {
  party: Party;
  birth: string;
  sex: string;
  relationship: string;
  payer: Party | undefined;
  sbr: string[];
};
type Line = {
  number: number;
  qualifier: string;
  code: string;
  modifiers: string[];
  chargeCents: number;
  unit: string;
  quantity: string;
  pointers: string[];
  dates: Dated[];
  references: Reference[];
};
type FloorClaim = {
  control: string;
  chargeCents: number;
  facility: string;
  frequency: string;
  signature: string[];
  provider: Party | undefined;
  subscriber: Person | undefined;
  patient: Person | undefined;
  diagnoses: { qualifier: string; code: string }[];
  parties: Party[];
  dates: Dated[];
  references: Reference[];
  lines: Line[];
};

/** What was read, to compare with what the file holds. */
export type FloorCounts = { segments: number; claims: number; lines: number; chargeCents: number; unbalanced: number };

const EMPTY: never[] = [];
const tag = (id: string) => [...Buffer.from(id)].reduce((all, byte) => (all << 8) | byte, 0);
const [SV1, LX, DTP, REF, N3, N4] = [tag('SV1'), tag('LX'), tag('DTP'), tag('REF'), tag('N3'), tag('N4')] as const;
const [HL, SBR, NM1, DMG, CLM, HI] = [tag('HL'), tag('SBR'), tag('NM1'), tag('DMG'), tag('CLM'), tag('HI')] as const;
const [PRV, PAT, SE] = [tag('PRV'), tag('PAT'), tag('SE')] as const;
const [ELEMENT, COMPONENT, TERMINATOR] = [42, 58, 126] as const;

/** Reads a file in chunks of at most 64 KB; each claim goes to `use`. */
export function readFloor837p(chunks: Iterable<Uint8Array>, use: (claim: FloorClaim) => void): FloorCounts {
  const buffer = Buffer.allocUnsafe(128 * 1024);
  const ends = new Int32Array(512);
  const counts: FloorCounts = { segments: 0, claims: 0, lines: 0, chargeCents: 0, unbalanced: 0 };
  let text = '';
  let elements = 0;
  let party: Party | undefined;
  let provider: Party | undefined;
  let subscriber: Person | undefined;
  let person: Person | undefined;
  let claim: FloorClaim | undefined;
  let line: Line | undefined;
  let sum = 0;

  const get = (at: number) => (at > elements ? '' : text.substring(ends[at]!, ends[at + 1]! - 1));
  const parts = (at: number): string[] => {
    if (at > elements) return EMPTY;
    const found: string[] = [];
    let from = ends[at]!;
    const end = ends[at + 1]! - 1;
    for (let place = from; place <= end; place++) {
      if (place < end && buffer[place] !== COMPONENT) continue;
      found.push(text.substring(from, place));
      from = place + 1;
    }
    return found;
  };
  const cents = (at: number) => {
    let value = 0;
    let decimals = -1;
    if (at > elements) return value;
    for (let place = ends[at]!; place < ends[at + 1]! - 1; place++) {
      const byte = buffer[place]!;
      if (byte === 46) decimals = 0;
      else {
        value = value * 10 + byte - 48;
        if (decimals >= 0) decimals++;
      }
    }
    return decimals <= 0 ? value * 100 : decimals === 1 ? value * 10 : value;
  };
  const newParty = (): Party => ({ name: undefined, place: undefined, references: EMPTY });
  const newPerson = (): Person => ({
    party: newParty(),
    birth: '',
    sex: '',
    relationship: '',
    payer: undefined,
    sbr: EMPTY,
  });
  const closeClaim = () => {
    if (claim === undefined) return;
    counts.claims++;
    counts.lines += claim.lines.length;
    counts.chargeCents += claim.chargeCents;
    if (sum !== claim.chargeCents) counts.unbalanced++;
    use(claim);
    claim = undefined;
    line = undefined;
  };

  const takeSegment = (id: number) => {
    counts.segments++;
    switch (id) {
      case LX:
        line = {
          number: Number(get(1)),
          qualifier: '',
          code: '',
          modifiers: EMPTY,
          chargeCents: 0,
          unit: '',
          quantity: '',
          pointers: EMPTY,
          dates: EMPTY,
          references: EMPTY,
        };
        claim?.lines.push(line);
        break;
      case SV1: {
        if (line === undefined) break;
        const [qualifier = '', code = '', ...modifiers] = parts(1);
        line.qualifier = qualifier;
        line.code = code;
        line.modifiers = modifiers;
        line.chargeCents = cents(2);
        line.unit = get(3);
        line.quantity = get(4);
        line.pointers = parts(7);
        sum += line.chargeCents;
        break;
      }
      case DTP: {
        const dated = { qualifier: get(1), format: get(2), date: get(3) };
        const owner = line ?? claim;
        if (owner === undefined) break;
        if (owner.dates === EMPTY) owner.dates = [dated];
        else owner.dates.push(dated);
        break;
      }
      case REF: {
        const reference = { qualifier: get(1), value: get(2) };
        const owner = line ?? claim ?? party;
        if (owner === undefined) break;
        if (owner.references === EMPTY) owner.references = [reference];
        else owner.references.push(reference);
        break;
      }
      case NM1: {
        const [entity, type, last, first, middle] = [get(1), get(2), get(3), get(4), get(5)];
        party = newParty();
        party.name = { entity, type, last, first, middle, qualifier: get(8), id: get(9) };
        if (claim !== undefined) claim.parties.push(party);
        else if (entity === '85') provider = party;
        else if (person !== undefined && entity === 'PR') person.payer = party;
        else if (person !== undefined) person.party = party;
        break;
      }
      case N3:
        if (party !== undefined) party.place = { line1: get(1), line2: get(2), city: '', state: '', zip: '' };
        break;
      case N4:
        if (party?.place === undefined) break;
        party.place.city = get(1);
        party.place.state = get(2);
        party.place.zip = get(3);
        break;
      case HL: {
        closeClaim();
        const level = get(3);
        if (level === '20') provider = person = subscriber = undefined;
        else person = newPerson();
        if (level === '22') subscriber = person;
        break;
      }
      case SBR:
        if (person === undefined) break;
        person.sbr = [get(1), get(3), get(9)];
        person.relationship = get(2);
        break;
      case PAT:
        if (person !== undefined) person.relationship = get(1);
        break;
      case DMG:
        if (person === undefined) break;
        person.birth = get(2);
        person.sex = get(3);
        break;
      case CLM: {
        closeClaim();
        const [facility = '', , frequency = ''] = parts(5);
        sum = 0;
        claim = {
          control: get(1),
          chargeCents: cents(2),
          facility,
          frequency,
          signature: [get(6), get(7), get(8), get(9)],
          provider,
          subscriber,
          patient: person === subscriber ? undefined : person,
          diagnoses: [],
          parties: [],
          dates: EMPTY,
          references: EMPTY,
          lines: [],
        };
        break;
      }
      case HI:
        for (let at = 1; at <= elements; at++) {
          const [qualifier = '', code = ''] = parts(at);
          claim?.diagnoses.push({ qualifier, code });
        }
        break;
      case PRV:
        if (party !== undefined) party.references = [{ qualifier: get(1), value: get(3) }];
        break;
      case SE:
        closeClaim();
        break;
    }
  };

  let filled = 0;
  for (const chunk of chunks) {
    buffer.set(chunk, filled);
    filled += chunk.length;
    text = buffer.toString('latin1', 0, filled);
    let start = 0;
    let count = 1;
    ends[0] = 0;
    for (let place = 0; place < filled; place++) {
      const byte = buffer[place];
      if (byte === ELEMENT) ends[count++] = place + 1;
      else if (byte === TERMINATOR) {
        ends[count] = place + 1;
        elements = count - 1;
        const end = count > 1 ? ends[1]! - 1 : place;
        const head = (buffer[start]! << 8) | buffer[start + 1]!;
        takeSegment(end - start === 3 ? (head << 8) | buffer[start + 2]! : head);
        start = place + 1;
        ends[0] = start;
        count = 1;
      }
    }
    buffer.copyWithin(0, start, filled);
    filled -= start;
  }
  return counts;
}
