/** Samples of the rules of the envelope. */
import { CLAIM_837P, in837p, in999, interchange, isa } from '../x12/wire.ts';
import type { Samples } from './sample.ts';

const whole = in837p(CLAIM_837P);
const changed = (from: string, to: string) => whole.replace(from, to);
const ta1 = (result: string, note: string) => `${isa()}TA1*000000001*260102*1530*${result}*${note}~IEA*0*000000001~`;

export const ENVELOPE_SAMPLES: Samples = {
  R9: {
    breaks: whole + whole,
    keeps: whole + whole.replaceAll('000000001', '000000002') + whole.replace('SENDER  ', 'OTHER   '),
  },
  R10: {
    breaks: [changed('*00501*', '*00401*'), changed('*00501*', '*00402*')],
    keeps: [
      whole,
      isa('*^:~', { version: '00401' }) +
        interchange({ gs01: 'FA', gs08: '004010', st: '997*0001', body: ['AK1*HC*1', 'AK9*A*1*1*1'] }).slice(106),
    ],
  },
  R12: {
    breaks: [
      changed('*X*005010X222A1', '*X*005010X222'),
      interchange({ gs01: 'HC', gs08: '005010X223A2', st: '837*0001*005010X222A1', body: CLAIM_837P }),
    ],
    keeps: [whole, whole.replaceAll('005010X222A1', '005010X222'), in999(['AK1*HC*1*005010X222A1', 'AK9*A*1*1*1'])],
  },
  R223: {
    breaks: [ta1('A', '001'), ta1('R', '000')],
    keeps: [ta1('A', '000'), ta1('E', '002')],
  },
};
