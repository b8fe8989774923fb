/** Files that ask for more than anybody should give, made as they are read: each would fill the memory if it could. */
import { isa } from '../x12/wire.ts';

const CHUNK = 64 * 1024;

/** Text repeated, numbered where it holds a `#`, in chunks up to so many bytes. */
function* endless(head: string, body: string, bytes: number): Generator<Buffer, void, undefined> {
  yield Buffer.from(head);
  let count = 0;
  for (let made = 0; made < bytes; made += CHUNK) {
    let chunk = '';
    while (chunk.length < CHUNK) chunk += body.replaceAll('#', String(count++));
    yield Buffer.from(chunk);
  }
}

const group = (gs01: string, gs08: string) => `${isa()}GS*${gs01}*S*R*20260102*1530*1*X*${gs08}~`;
const CLAIMS = `${group('HC', '005010X222A1')}ST*837*0001*005010X222A1~BHT*0019*00*1*20260102*1530*CH~`;
const LEVELS = 'HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~HL*2*1*22*0~SBR*P*18*******CI~';
const PAYMENT = `${group('HP', '005010X221A1')}ST*835*0001~BPR*I*0*C*NON************20260105~`;
const STATUSES = `${group('HN', '005010X214')}ST*277*0001*005010X214~BHT*0085*08*1*20260102*1530*TH~HL*1**20*1~HL*2*1*21*1~`;
const PROVIDER =
  'HL*#*2*19*1~NM1*85*2*A*****XX*1~TRN*1*#~STC*A1:19:PR*20260102*WQ*1~HL*#*#*PT~NM1*QC*1*A*B****MI*#~TRN*2*#~STC*A1:20:PR*20260102*WQ*1~';
const CLAIM = 'CLM*A*1***11:B:1*Y*A*Y*Y~';

type Attack = { file: (bytes: number) => Iterable<Uint8Array>; refused: boolean };

/** By name: the file, and whether it goes over a limit. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'a segment without end': { file: (bytes) => endless(CLAIMS, 'X', bytes), refused: true },
  'elements without end': { file: (bytes) => endless(`${CLAIMS}NTE`, '*', bytes), refused: true },
  'prose without an ISA': { file: (bytes) => endless('', 'VISA card, ISABELLA, MISA, ', bytes), refused: false },
  'nothing but ISA': { file: (bytes) => endless('', 'ISA*', bytes), refused: false },
  'ISA with separators of their own': {
    file: (bytes) => endless('', 'ISA*ISA|ISA+ISA!ISA$ISA%ISA&ISA/', bytes),
    refused: false,
  },
  'interchanges without end': { file: (bytes) => endless('', isa(), bytes), refused: false },
  'groups without end': {
    file: (bytes) => endless(isa(), 'GS*HC*S*R*20260102*1530*#*X*005010X222A1~', bytes),
    refused: false,
  },
  'sets without end': {
    file: (bytes) => endless(group('HC', '005010X222A1'), 'ST*837*#~SE*2*#~', bytes),
    refused: false,
  },
  'long control numbers': {
    file: (bytes) => endless(group('XX', '1'), `ST*999*#${'1'.repeat(5000)}~`, bytes),
    refused: false,
  },
  'lines of one claim': {
    file: (bytes) => endless(CLAIMS + LEVELS + CLAIM, 'LX*#~SV1*HC:99213*1*UN*1***1~', bytes),
    refused: true,
  },
  'subscribers without a claim': {
    file: (bytes) => endless(CLAIMS + LEVELS, 'HL*#*1*22*0~NM1*IL*1*A*B****MI*#~', bytes),
    refused: true,
  },
  'segments of no guide in one claim': {
    file: (bytes) => endless(CLAIMS + LEVELS + CLAIM, 'ZZZ*#*1234567890123~', bytes),
    refused: true,
  },
  'long segments of no guide in one claim': {
    file: (bytes) => endless(CLAIMS + LEVELS + CLAIM, `ZZZ*#*${'1'.repeat(20_000)}~`, 5 * bytes),
    refused: true,
  },
  'provider adjustments without end': {
    file: (bytes) => endless(PAYMENT, 'PLB*1*20261231*WO:#*1~', bytes),
    refused: true,
  },
  'claims without end': {
    file: (bytes) => endless(CLAIMS + LEVELS, 'CLM*PATIENT-#*1***11:B:1*Y*A*Y*Y~LX*1~SV1*HC:99213*1*UN*1***1~', bytes),
    refused: false,
  },
  'providers without end': {
    file: (bytes) => endless(STATUSES, PROVIDER, bytes),
    refused: false,
  },
  'faults without end': {
    file: (bytes) => endless(`${PAYMENT}LX*1~`, 'CLP*#*99*x*y*z*?~CAS*ZZ*ZZ*ZZ*ZZ~', bytes),
    refused: false,
  },
};
