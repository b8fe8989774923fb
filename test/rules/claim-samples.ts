/** Samples of the rules of claims. */
import { claim837p, type Samples } from './sample.ts';

export const CLAIM_SAMPLES: Samples = {
  R80: {
    breaks: claim837p(['CLM', 'CLM*PCN1*186***11:B:1*Y*A*Y*Y']),
    keeps: claim837p(['CLM', 'CLM*PCN1*200***11:B:1*Y*A*Y*Y'], ['SV1*HC:99213', 'SV1*HC:99213*140*UN*1***1']),
  },
};
