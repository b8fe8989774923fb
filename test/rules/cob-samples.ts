/** Samples of the rules of claims that another payer has decided on before. */
import { claim837p, type Samples, secondary837p, secondaryWhole837p } from './sample.ts';

/** A claim that the other payer was not asked for: it would not have covered it. */
const notCovered = (...segments: readonly string[]) =>
  claim837p(
    ['SBR*P', 'SBR*S*18*******CI'],
    [
      'LX*1',
      [
        'SBR*P*18*******CI',
        ...segments,
        'OI***Y***Y',
        'NM1*IL*1*WINTERS*ALMA****MI*MEM0002',
        'NM1*PR*2*OTHER*****PI*OTHER1',
        'LX*1',
      ],
    ],
  );

/** Of coordination of benefits. */
export const COB_SAMPLES: Samples = {
  R172: {
    breaks: secondary837p(['CAS*CO', 'CAS*CO*45*24']),
    keeps: [
      secondary837p(['CAS*CO', 'CAS*CO*45*20**96*5']),
      // One line decided in two parts.
      secondary837p([
        'SVD*OTHER1*100',
        ['SVD*OTHER1*60*HC:99212**1', 'DTP*573*D8*20260101', 'SVD*OTHER1*40*HC:99211**1'],
      ]),
    ],
  },
  R173: {
    breaks: [secondary837p(['AMT*D', 'AMT*D*151']), secondaryWhole837p(['CAS*CO', 'CAS*CO*45*34'])],
    keeps: [secondary837p(), secondaryWhole837p()],
  },
  R174: {
    breaks: secondary837p(['AMT*D', 'AMT*D*149']),
    keeps: [secondary837p(['AMT*D', ['CAS*CO*253*3', 'AMT*D*147']]), secondaryWhole837p()],
  },
  R175: { breaks: secondary837p(['SVD*OTHER1', 'SVD*OTHER2*100*HC:99213**1']), keeps: secondary837p() },
  R176: {
    breaks: [
      secondaryWhole837p(['DTP*573']),
      secondary837p(['NM1*PR*2*OTHER', ['NM1*PR*2*OTHER*****PI*OTHER1', 'DTP*573*D8*20260101']]),
    ],
    keeps: [secondaryWhole837p(), secondary837p(), notCovered()],
  },
  R177: {
    breaks: secondary837p(['AMT*D', ['AMT*D*150', 'AMT*EAF*10']], ['LX*2', ['AMT*EAF*0', 'LX*2']]),
    keeps: [secondary837p(['AMT*D', ['AMT*D*150', 'AMT*EAF*10']]), secondary837p(['LX*2', ['AMT*EAF*0', 'LX*2']])],
  },
  R178: {
    breaks: [notCovered('AMT*A8*100'), notCovered('AMT*D*185', 'AMT*A8*185')],
    keeps: notCovered('AMT*A8*185'),
  },
  R179: {
    breaks: [
      secondary837p(['CAS*CO', 'CAS*CO*45*25**96*0']),
      secondary837p(['CAS*CO', ['CAS*CO*45*20', 'CAS*CO*96*5']]),
    ],
    keeps: [
      secondary837p(['CAS*CO', ['CAS*CO*45*20', 'CAS*PR*2*5']]),
      secondary837p(['CAS*CO', ['CAS*CO*45*1**96*1**97*1**18*1**24*1**29*1', 'CAS*CO*50*19']]),
    ],
  },
  R181: {
    breaks: [
      secondary837p(['SVD*OTHER1*50', 'SVD*OTHER1*50*HC:87880**1*3']),
      secondary837p(['SVD*OTHER1*50', 'SVD*OTHER1*50*HC:87880**1*2']),
    ],
    keeps: secondary837p(['SVD*OTHER1*50', 'SVD*OTHER1*50*HC:87880**1*1']),
  },
  R182: { breaks: secondary837p(['SVD*OTHER1*50', 'SVD*OTHER1*-50*HC:87880**1']), keeps: secondary837p() },
};
